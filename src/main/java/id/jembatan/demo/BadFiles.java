package id.jembatan.demo;

import id.jembatan.domain.Field;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.ProgrammeKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files that are refused whole. */
final class BadFiles {

    /** A page with nothing on it. */
    private static final String PDF = """
            %PDF-1.4
            1 0 obj
            <</Type/Catalog/Pages 2 0 R>>
            endobj
            2 0 obj
            <</Type/Pages/Kids[3 0 R]/Count 1>>
            endobj
            3 0 obj
            <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>
            endobj
            trailer
            <</Root 1 0 R>>
            %%EOF
            """;

    private static final int PEOPLE = 40;

    private final ProgrammeKey programme;
    private final InventedPeople people;
    private final long first;

    /** @param first the ordinal of the first person who stands in these files, and nowhere else */
    BadFiles(ProgrammeKey programme, InventedPeople people, long first) {
        this.programme = programme;
        this.people = people;
        this.first = first;
    }

    DemoDrop empty(LocalDate day) {
        return refused(day, "Daftar kosong.csv", FindingCode.FILE_EMPTY, file -> Files.write(file, new byte[0]));
    }

    DemoDrop pdf(LocalDate day) {
        return refused(
                day,
                "SK Bupati dan lampiran.pdf",
                FindingCode.FILE_FORMAT,
                file -> Files.write(file, PDF.getBytes(StandardCharsets.US_ASCII)));
    }

    DemoDrop withoutHeader(LocalDate day) {
        Typist typist = new Typist(export(), 0);
        return refused(day, "lanjutan.csv", FindingCode.FILE_NO_HEADER, file -> {
            String lines = people().map(typist::type).map(BadFiles::line).collect(Collectors.joining());
            Files.writeString(file, lines);
        });
    }

    DemoDrop withoutBirthDates(LocalDate day) {
        List<ListColumn> columns = export().columns().stream()
                .filter(column -> !column.holds(Field.BIRTH_DATE))
                .toList();
        return list(day, "tanpa tanggal lahir.csv", FindingCode.FILE_COLUMN_MISSING, export().withColumns(columns));
    }

    /** A list in order, for a programme that takes none. */
    DemoDrop inactive(LocalDate day) {
        return list(day, "Daftar ASN.csv", FindingCode.FILE_PROGRAMME_INACTIVE, export());
    }

    private DemoDrop list(LocalDate day, String name, FindingCode code, ListStyle style) {
        return refused(day, name, code, file -> {
            Typist typist = new Typist(style, 0);
            ListWriter.writeWhole(file, style, people().map(typist::type).iterator());
        });
    }

    private ListStyle export() {
        return OfficeStyle.EXPORT_TEXT.styleFor(people.calling(), "Kabupaten", Set.of());
    }

    private Stream<InventedPerson> people() {
        return people.stream(first, first + PEOPLE);
    }

    private static String line(ListRow row) {
        return row.cells().stream()
                .map(cell -> cell.<String>fold(text -> text, Long::toString, DateForm.ISO::write))
                .collect(Collectors.joining(";", "", "\n"));
    }

    private DemoDrop refused(LocalDate day, String name, FindingCode code, DemoDrop.FileMaker maker) {
        return new DemoDrop(day, programme, name, DropExpectation.refused(code), maker);
    }
}
