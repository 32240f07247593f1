package id.jembatan.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.Cell;
import id.jembatan.domain.Chunk;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.RawRows;
import id.jembatan.domain.Sheet;
import id.jembatan.domain.Survey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The streaming survey against a slow, obvious one that holds all lines and reads the contract backwards from the end. */
class SurveysFollowTheContractTest {

    private static final List<String> HEADER = List.of("NIK", "NAMA", "TGL LAHIR", "ALAMAT", "DESA", "JEMBATAN_REF");

    @Property(tries = 500)
    void bothPassesGiveThePeopleThatTheContractSays(@ForAll("lines") List<List<String>> lines) {
        List<Integer> expected = obvious(lines);

        List<Integer> given = new ArrayList<>();
        try {
            Survey survey = new Surveyor().survey(rows(lines), ReadRoom.NAMES, Set.of(), ReadRoom::blind);
            Iterator<Chunk> chunks = new TableRows(rows(lines), survey, ReadRoom.NAMES, 3);
            while (chunks.hasNext()) {
                Chunk chunk = chunks.next();
                assertEquals(given.size() + 1, chunk.firstPosition());
                chunk.rows().forEach(row -> given.add(row.row()));
            }
            assertEquals(survey.rows(), given.size());
        } catch (DropRefused e) {
            assertEquals("FILE_NO_ROWS", e.getMessage());
        }

        assertEquals(expected, given);
    }

    @Provide
    Arbitrary<List<List<String>>> lines() {
        List<List<String>> kinds = List.of(
                List.of("9203011205809001", "ANI", "12-05-1980", "JL A", "DESA B"),
                List.of("", "BUDI", "12-05-1980"),
                List.of("9203011205809002"),
                List.of("", "CITRA", "", "JL B", "DESA C"),
                List.of("", "DODI", "", "JL C"),
                List.of("JUMLAH", "12"),
                List.of("", "", "", "", "", "D1/2"),
                List.of(),
                List.of("", " "),
                HEADER,
                List.of("1", "2", "3", "4", "5", "6"));
        return Arbitraries.of(kinds).list().ofMaxSize(25);
    }

    private static List<Integer> obvious(List<List<String>> lines) {
        List<Integer> people = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<String> line = lines.get(i);
            boolean empty = line.stream().allMatch(String::isBlank);
            if (!empty && !line.equals(HEADER) && !cell(line, 0).equals("1")) {
                people.add(i + 2);
            }
        }
        while (!people.isEmpty() && isTrailer(lines.get(people.get(people.size() - 1) - 2))) {
            people.remove(people.size() - 1);
        }
        return people;
    }

    private static boolean isTrailer(List<String> line) {
        boolean digit = (cell(line, 0) + cell(line, 2)).chars().anyMatch(Character::isDigit);
        long others =
                List.of(1, 3, 4).stream().filter(i -> !cell(line, i).isBlank()).count();
        return !digit && others < 3 && cell(line, 5).isEmpty();
    }

    private static String cell(List<String> line, int i) {
        return i < line.size() ? line.get(i) : "";
    }

    private static RawRows rows(List<List<String>> lines) {
        List<RawRow> rows = new ArrayList<>();
        rows.add(row(1, HEADER));
        for (List<String> line : lines) {
            rows.add(row(rows.size() + 1, line));
        }
        Iterator<RawRow> each = rows.iterator();
        return new RawRows() {
            @Override
            public List<Sheet> sheets() {
                return List.of(Sheet.ONLY);
            }

            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public RawRow next() {
                return each.next();
            }

            @Override
            public void close() {}
        };
    }

    private static RawRow row(int number, List<String> cells) {
        return new RawRow(0, number, cells.stream().map(Cell::text).toList());
    }
}
