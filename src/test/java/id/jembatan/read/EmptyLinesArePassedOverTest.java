package id.jembatan.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Field;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.RawRows;
import id.jembatan.domain.SheetSurvey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sheet that was cleared and saved: millions of lines with nothing on them must not cost what millions of rows do. */
class EmptyLinesArePassedOverTest {

    private static final int LINES = 1_000_000;
    /** What is given before it shows that nothing but empty lines comes: a few pieces of a parser's buffer. */
    private static final int FEW = 40_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void noRowIsMadeOfThemAndNoNumberIsLost(String end) throws IOException {
        Path file = write("NIK,NAMA" + end + "1,A" + end + end.repeat(LINES) + "2,\"B" + end + "C\"" + end + "3,D" + end
                + end.repeat(LINES));
        List<String> people = new ArrayList<>();
        int given = 0;

        try (RawRows rows = ReadRoom.open(file)) {
            while (rows.hasNext()) {
                RawRow row = rows.next();
                given++;
                if (!row.isBlank()) {
                    people.add(ReadRoom.shown(row));
                }
            }
        }

        assertTrue(given < FEW, given + " rows were made");
        assertEquals(
                List.of(
                        "[1, NIK, NAMA]",
                        "[2, 1, A]",
                        "[" + (LINES + 3) + ", 2, B" + end + "C]",
                        "[" + (LINES + 5) + ", 3, D]"),
                people);
    }

    @Test
    void theyAreCountedAsIfEachHadBeenSeen() throws IOException {
        Path file =
                write("\n".repeat(LINES) + "NIK,NAMA\n1,A\n" + "\n".repeat(LINES) + " \n2,B\n" + "\n".repeat(LINES));

        try (RawRows rows = ReadRoom.open(file)) {
            SheetSurvey sheet = new Surveyor()
                    .survey(rows, ReadRoom.NAMES, Set.of(Field.NIK), ReadRoom::blind)
                    .sheets()
                    .get(0);

            assertEquals(2, sheet.rows());
            assertEquals(LINES + 1, sheet.emptyLines());
            assertEquals(LINES + 1, sheet.table().orElseThrow().headerRow());
            assertEquals(2 * LINES + 4, sheet.lastRow());
        }
    }

    @Test
    void insideQuotesTheyBelongToTheCell() throws IOException {
        String ends = "\n".repeat(100_000);
        Path file = write("NIK,NAMA\n1,A\n" + "\n".repeat(20_000) + "2,\"B" + ends + "C\"\n3,D\n");
        List<RawRow> people = new ArrayList<>();

        try (RawRows rows = ReadRoom.open(file)) {
            rows.forEachRemaining(row -> {
                if (!row.isBlank()) {
                    people.add(row);
                }
            });
        }

        assertEquals("B" + ends + "C", people.get(2).cell(1).text());
        assertEquals(20_003, people.get(2).row());
        assertEquals(120_004, people.get(3).row());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("daftar.csv"), text);
    }
}
