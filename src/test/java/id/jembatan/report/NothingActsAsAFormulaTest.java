package id.jembatan.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.disk.Durable;
import id.jembatan.domain.Cell;
import id.jembatan.domain.DropId;
import id.jembatan.domain.Finding;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.RepairRow;
import id.jembatan.domain.RowOutcome;
import id.jembatan.domain.RowPlace;
import id.jembatan.domain.Table;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Whatever an office types into cells, headers and names of sheets, no cell of a reply can act as a formula: in the
 * workbooks all are text cells, and what begins like one keeps its quote when it is edited; in the CSVs none begins so
 * (SPEC sections 7 and 12). The files for the branch have the same property in their own room.
 */
class NothingActsAsAFormulaTest {

    private static final Pattern CELL =
            Pattern.compile("<c r=\"[A-Z]+[0-9]+\" s=\"([0-9]+)\"(/>|([^>]*)>(.*?)</c>)", Pattern.DOTALL);
    private static final DropId DROP = new DropId("20250403-0000000007");

    @Property(tries = 60)
    void inTheWorkbooks(@ForAll("texts") String header, @ForAll("texts") String cell, @ForAll("texts") String sheet)
            throws IOException {
        Path folder = Files.createTempDirectory("rumus-");
        try {
            Table table = ReportSamples.table(0, sheet, header, "NIK", cell);
            Finding village = Finding.of(FindingCode.VILLAGE_UNKNOWN, cell);
            try (RepairWorkbook repair = RepairWorkbook.forRepair(folder, DROP, "1", ReportSamples.messages("id"));
                    RepairWorkbook left = RepairWorkbook.forLeftOut(folder, DROP, "1", ReportSamples.messages("id"))) {
                repair.add(row(table, Outcome.REJECTED, List.of(Finding.of(FindingCode.NIK_LENGTH, cell)), cell));
                repair.add(row(table, Outcome.REVIEW, List.of(village), cell));
                left.add(row(table, Outcome.DUPLICATE, List.of(), cell));
            }

            assertTextOnly(folder.resolve(RepairWorkbook.REPAIR_FILE));
            assertTextOnly(folder.resolve(RepairWorkbook.LEFT_OUT_FILE));
        } finally {
            Durable.removeAll(folder);
        }
    }

    @Property(tries = 60)
    void inTheTables(@ForAll("texts") String sheet, @ForAll("texts") String other) throws IOException {
        Path folder = Files.createTempDirectory("rumus-");
        try {
            RowPlace place = new RowPlace(sheet, 2);
            RowsCsvWriter.write(
                    folder.resolve("rows.csv"),
                    List.of(new RowOutcome(
                                    1, place, Outcome.DUPLICATE, List.of(FindingCode.NIK_SEX), other + "!5", false))
                            .iterator());
            try (FindingsCsvWriter findings = new FindingsCsvWriter(folder.resolve("findings.csv"))) {
                findings.add(
                        ReportSamples.table(0, sheet, "NIK"),
                        row(ReportSamples.table(0, sheet, "NIK"), Outcome.REJECTED, List.of(), other)
                                .row(),
                        Finding.of(FindingCode.NIK_LENGTH, other));
            }

            assertNoneBeginsLikeAFormula(folder.resolve("rows.csv"));
            assertNoneBeginsLikeAFormula(folder.resolve("findings.csv"));
        } finally {
            Durable.removeAll(folder);
        }
    }

    private static RepairRow row(Table table, Outcome outcome, List<Finding> findings, String cell) {
        return ReportSamples.row(
                table, 2, outcome, "5", findings, Cell.text(cell), new Cell(cell, Cell.Kind.NUMBER), Cell.text(cell));
    }

    private static void assertTextOnly(Path workbook) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            String sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertFalse(sheet.contains("<f>") || sheet.contains("<v>") || sheet.contains("<hyperlink"));
            Matcher cells = CELL.matcher(sheet);
            int found = 0;
            while (cells.find()) {
                found++;
                if (cells.group(2).equals("/>")) {
                    continue;
                }
                assertEquals(" t=\"inlineStr\"", cells.group(3));
                String text = cells.group(4).replaceFirst("^<is><t xml:space=\"preserve\">", "");
                boolean guarded = Integer.parseInt(cells.group(1)) % 2 == 0;
                assertTrue(guarded || !text.matches("(?s)(?:[=+@\\t-]|&#13;).*"), text);
            }
            assertTrue(found >= 8, found + " cells");
        }
    }

    private static void assertNoneBeginsLikeAFormula(Path csv) throws IOException {
        try (Reader in = Files.newBufferedReader(csv)) {
            for (CSVRecord record : CSVFormat.RFC4180.parse(in)) {
                for (String value : record) {
                    assertFalse(value.matches("(?s)[=+@\\t\\r-].*"), value);
                }
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Combinators.combine(
                        Arbitraries.of("=", "+", "-", "@", "\t", "\r", "", "\u0000=", "\u200B=", "'", "\"", "<"),
                        Arbitraries.of("cmd|' /C calc'!A0", "HYPERLINK(\"http://x\")", "SUM(A1)", "1", "]]>", "&", "a"))
                .as((first, rest) -> first + rest);
    }
}
