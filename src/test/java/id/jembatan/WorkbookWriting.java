package id.jembatan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook that is told as text: {@code sheets: [{name, hidden, merged, rows}]}. A row is a list of cells, or
 * {@code {at, hidden, cells}}; a cell is a text, null, {@code {number}}, {@code {date}} or a {@code {formula}} with its
 * stored text or number. Nothing is compressed, so that the bytes are the same on every machine.
 */
final class WorkbookWriting {

    private static final String OPEN = "http://schemas.openxmlformats.org/";
    private static final String MAIN = OPEN + "spreadsheetml/2006/main";
    private static final String RELATION = OPEN + "officeDocument/2006/relationships";
    private static final String PACKAGE = OPEN + "package/2006/";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private final boolean from1904;
    private int count;

    private WorkbookWriting(boolean from1904) {
        this.from1904 = from1904;
    }

    static byte[] of(JsonNode told) throws IOException {
        WorkbookWriting workbook = new WorkbookWriting(told.path("date1904").asBoolean());
        for (JsonNode sheet : told.get("sheets")) {
            StringBuilder rows = new StringBuilder();
            int number = 0;
            for (JsonNode row : sheet.path("rows")) {
                number = row.path("at").asInt(number + 1);
                rows.append(workbook.row(number, row));
            }
            StringBuilder merged = new StringBuilder();
            sheet.path("merged").forEach(range -> merged.append("<mergeCell ref=\"" + range.asText() + "\"/>"));
            workbook.sheet(
                    sheet.get("name").asText(),
                    sheet.path("hidden").asBoolean(),
                    rows.toString(),
                    merged.isEmpty() ? "" : "<mergeCells>" + merged + "</mergeCells>");
        }
        return workbook.finish();
    }

    static byte[] ofTexts(List<WorkbookReading.Sheet> sheets) throws IOException {
        WorkbookWriting workbook = new WorkbookWriting(false);
        for (WorkbookReading.Sheet sheet : sheets) {
            StringBuilder rows = new StringBuilder();
            for (int row = 0; row < sheet.rows().size(); row++) {
                rows.append("<row r=\"" + (row + 1) + "\">");
                for (int column = 0; column < sheet.rows().get(row).size(); column++) {
                    rows.append(text(column, row + 1, sheet.rows().get(row).get(column)));
                }
                rows.append("</row>");
            }
            workbook.sheet(sheet.name(), false, rows.toString(), "");
        }
        return workbook.finish();
    }

    private String row(int number, JsonNode row) {
        StringBuilder cells = new StringBuilder(
                "<row r=\"" + number + "\"" + (row.path("hidden").asBoolean() ? " hidden=\"1\">" : ">"));
        int column = 0;
        for (JsonNode cell : row.isArray() ? row : row.get("cells")) {
            cells.append(cell(column++, number, cell));
        }
        return cells.append("</row>").toString();
    }

    private String cell(int column, int row, JsonNode cell) {
        String at = "r=\"" + (char) ('A' + column) + row + "\"";
        String formula =
                cell.has("formula") ? "<f>" + escaped(cell.get("formula").asText()) + "</f>" : "";
        if (cell.isNull()) {
            return "";
        }
        if (cell.has("number")) {
            return "<c " + at + ">" + formula + "<v>" + cell.get("number").asText() + "</v></c>";
        }
        if (cell.has("date")) {
            LocalDate epoch = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
            long serial = ChronoUnit.DAYS.between(
                    epoch, LocalDate.parse(cell.get("date").asText()));
            return "<c " + at + " s=\"1\">" + formula + "<v>" + serial + "</v></c>";
        }
        if (cell.has("formula")) {
            return "<c " + at + " t=\"str\">" + formula + "<v>"
                    + escaped(cell.path("text").asText()) + "</v></c>";
        }
        return text(column, row, cell.asText());
    }

    private static String text(int column, int row, String text) {
        return text.isEmpty()
                ? ""
                : "<c r=\"" + (char) ('A' + column) + row + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                        + escaped(text) + "</t></is></c>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void sheet(String name, boolean hidden, String rows, String after) throws IOException {
        count++;
        sheets.append("<sheet name=\"" + escaped(name) + "\" sheetId=\"" + count + "\""
                + (hidden ? " state=\"hidden\"" : "") + " r:id=\"rId" + count + "\"/>");
        relate("rId" + count, "worksheet", "worksheets/sheet" + count + ".xml");
        part(
                "xl/worksheets/sheet" + count + ".xml",
                "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
    }

    private void relate(String id, String kind, String target) {
        relations.append(
                "<Relationship Id=\"" + id + "\" Type=\"" + RELATION + "/" + kind + "\" Target=\"" + target + "\"/>");
    }

    private byte[] finish() throws IOException {
        relate("rIdF", "styles", "styles.xml");
        part(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN + "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
                        + "</cellXfs></styleSheet>");
        part("[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "content-types\"/>");
        part(
                "_rels/.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r\" Type=\"" + RELATION
                        + "/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>");
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATION + "\"><workbookPr"
                        + (from1904 ? " date1904=\"1\"" : "") + "/><sheets>" + sheets + "</sheets></workbook>");
        part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>");
        zip.close();
        return bytes.toByteArray();
    }

    private void part(String name, String xml) throws IOException {
        byte[] content = xml.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(LocalDateTime.of(2025, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
