package id.jembatan.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Cell;
import id.jembatan.domain.Field;
import id.jembatan.domain.Finding;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.RowCounts;
import id.jembatan.domain.RowOutcome;
import id.jembatan.domain.RowPlace;
import id.jembatan.domain.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesOfRowsTest {

    @TempDir
    Path folder;

    @Test
    void writesOneLineARowAndCountsThem() throws IOException {
        List<RowOutcome> rows = List.of(
                row(1, "", 2, Outcome.ACCEPTED, List.of(FindingCode.SEX_FROM_NIK, FindingCode.NIK_SEX), "ignored"),
                row(2, "", 3, Outcome.DUPLICATE, List.of(), "2"),
                row(3, "=cmd()", 3, Outcome.DUPLICATE, List.of(), "@a,b!2"),
                row(4, "9203011205809001", 4, Outcome.COVERED, List.of(), "case:12"),
                row(5, "a \"b\", c", 5, Outcome.REJECTED, List.of(FindingCode.NIK_LENGTH), ""));

        RowCounts counts = RowsCsvWriter.write(folder.resolve("rows.csv"), rows.iterator());

        assertEquals("""
                sheet,row,outcome,codes,ref
                ,2,ACCEPTED,NIK_SEX;SEX_FROM_NIK,
                ,3,DUPLICATE,,2
                '=cmd(),3,DUPLICATE,,"'@a,b!2"
                ************9001,4,COVERED,,case:12
                "a ""b"", c",5,REJECTED,NIK_LENGTH,
                """, Files.readString(folder.resolve("rows.csv")));
        assertEquals(
                new RowCounts(
                        5,
                        Map.of(Outcome.ACCEPTED, 1L, Outcome.DUPLICATE, 2L, Outcome.COVERED, 1L, Outcome.REJECTED, 1L)),
                counts);
        assertTrue(counts.isBalanced());
    }

    private static RowOutcome row(
            long position, String sheet, int row, Outcome outcome, List<FindingCode> codes, String ref) {
        return new RowOutcome(position, new RowPlace(sheet, row), outcome, codes, ref, false);
    }

    @Test
    void namesTheCellOfAFindingOnlyWhereThereAreSheetsAndAColumn() throws IOException {
        List<FindingsCsvWriter.Line> lines = List.of(
                line("Daftar", 12, OptionalInt.of(2), Finding.of(FindingCode.NIK_LENGTH, "15")),
                line("Daftar", 12, OptionalInt.of(701), Finding.of(FindingCode.VILLAGE_UNKNOWN)),
                line("Daftar", 13, OptionalInt.empty(), Finding.of(FindingCode.SEX_FROM_NIK)),
                line("", 14, OptionalInt.of(2), Finding.of(FindingCode.FIELD_MISSING, Field.MOTHER_NAME, "")),
                line("", 15, OptionalInt.of(9), Finding.of(FindingCode.ROW_SHIFTED)));

        long written = FindingsCsvWriter.write(folder.resolve("findings.csv"), lines.iterator());

        assertEquals(5, written);
        assertEquals("""
                sheet,row,cell,field,code
                Daftar,12,C12,nik,NIK_LENGTH
                Daftar,12,ZZ12,village,VILLAGE_UNKNOWN
                Daftar,13,,sex,SEX_FROM_NIK
                ,14,,motherName,FIELD_MISSING
                ,15,,,ROW_SHIFTED
                """, Files.readString(folder.resolve("findings.csv")));
    }

    @Test
    void looksUpTheCellOfAFindingInTheTable() throws IOException {
        Table table = ReportSamples.table(0, "Daftar", "NIK", "NAMA", "TTL");
        RawRow row = new RawRow(0, 12, List.of(Cell.text("1"), Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.text("x")));

        try (FindingsCsvWriter writer = new FindingsCsvWriter(folder.resolve("findings.csv"))) {
            writer.add(table, row, Finding.of(FindingCode.NAME_MISSING));
            writer.add(table, row, Finding.of(FindingCode.BIRTH_DATE_MISSING));
            writer.add(table, row, Finding.of(FindingCode.SEX_FROM_NIK));
            writer.add(table, row, Finding.of(FindingCode.ROW_SHIFTED));
        }

        assertEquals("""
                sheet,row,cell,field,code
                Daftar,12,B12,name,NAME_MISSING
                Daftar,12,C12,birthDate,BIRTH_DATE_MISSING
                Daftar,12,,sex,SEX_FROM_NIK
                Daftar,12,E12,,ROW_SHIFTED
                """, Files.readString(folder.resolve("findings.csv")));
    }

    private static FindingsCsvWriter.Line line(String sheet, int row, OptionalInt column, Finding finding) {
        return new FindingsCsvWriter.Line(new RowPlace(sheet, row), column, finding);
    }

    @Test
    void namesColumnsAsASpreadsheetDoes() {
        assertEquals(
                List.of("A1", "Z1", "AA1", "AZ1", "BA1", "ZZ1", "AAA1", "XFD1"),
                List.of(0, 25, 26, 51, 52, 701, 702, 16_383).stream()
                        .map(column -> CellName.of(column, 1))
                        .toList());
    }
}
