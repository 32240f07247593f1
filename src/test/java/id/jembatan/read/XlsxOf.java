package id.jembatan.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A workbook made by hand from its XML, for what no library would write. */
final class XlsxOf {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private final ZipOf zip = new ZipOf();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private String properties = "<workbookPr/>";
    private final Map<String, String> doctypes = new HashMap<>();
    private int count;

    /** @param rows what stands in {@code sheetData} */
    XlsxOf sheet(String name, String state, String rows) {
        count++;
        sheets.append(
                "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"rId%d\"/>".formatted(name, count, state, count));
        relate("worksheet", "worksheets/sheet" + count + ".xml", "rId" + count);
        return part(
                "xl/worksheets/sheet" + count + ".xml",
                "<worksheet xmlns=\"" + MAIN + "\"><dimension ref=\"A1:XFD1048576\"/><sheetData>" + rows
                        + "</sheetData></worksheet>");
    }

    XlsxOf sheet(String rows) {
        return sheet("Sheet1", "visible", rows);
    }

    /** As Excel lists a module of macros in a workbook that was saved without them. */
    XlsxOf sheetWithoutPart(String name) {
        count++;
        sheets.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"\"/>".formatted(name, count));
        return this;
    }

    XlsxOf strings(String items) {
        relate("sharedStrings", "sharedStrings.xml", "rIdS");
        return part("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + items + "</sst>");
    }

    /** Style 0 is plain, the others have these formats: a built-in number, or a code. */
    XlsxOf styles(String... formats) {
        StringBuilder codes = new StringBuilder();
        StringBuilder cells = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int i = 0; i < formats.length; i++) {
            boolean builtIn = formats[i].chars().allMatch(Character::isDigit);
            String id = builtIn ? formats[i] : String.valueOf(164 + i);
            if (!builtIn) {
                codes.append("<numFmt numFmtId=\"%s\" formatCode=\"%s\"/>"
                        .formatted(id, formats[i].replace("\"", "&quot;")));
            }
            cells.append("<xf numFmtId=\"%s\"/>".formatted(id));
        }
        relate("styles", "styles.xml", "rIdF");
        return part(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN + "\"><numFmts>" + codes + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
                        + "</cellStyleXfs><cellXfs>" + cells + "</cellXfs></styleSheet>");
    }

    XlsxOf from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    XlsxOf part(String name, String xml) {
        zip.with(name, xml);
        return this;
    }

    /** Puts it before the root element of a part, once all parts are there. */
    XlsxOf doctype(String part, String declaration) {
        doctypes.put(part, declaration);
        return this;
    }

    /** Writes it, but for the parts named. */
    Path write(Path file, String... without) throws IOException {
        part("[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "content-types\"/>");
        part(
                "_rels/.rels",
                relationships(
                        "<Relationship Id=\"r\" Type=\"" + REL + "/officeDocument\" Target=\"/xl/workbook.xml\"/>"));
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + REL + "\">" + properties + "<sheets>" + sheets
                        + "</sheets></workbook>");
        part("xl/_rels/workbook.xml.rels", relationships(relations.toString()));
        doctypes.forEach(zip::before);
        for (String name : without) {
            zip.without(name);
        }
        return Files.write(file, zip.bytes());
    }

    private void relate(String kind, String target, String id) {
        relations.append("<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, REL, kind, target));
    }

    private static String relationships(String each) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + each + "</Relationships>";
    }
}
