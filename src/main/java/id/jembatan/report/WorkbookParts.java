package id.jembatan.report;

import id.jembatan.domain.DateSystem;
import java.util.List;
import java.util.stream.IntStream;

/** The parts of a workbook that do not depend on its cells (ECMA-376 part 1, 18). */
final class WorkbookParts {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    static final String PACKAGE_RELATIONS = XML + "<Relationships xmlns=\"" + RELATIONS + "\"><Relationship Id=\"rId1\""
            + " Type=\"" + OFFICE + "/officeDocument\" Target=\"xl/workbook.xml\"/><Relationship Id=\"rId2\""
            + " Type=\"" + RELATIONS + "/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";

    /**
     * Number format 49 is {@code @}, text. Each look of {@link TextWorkbook.Look} twice, the second with quotePrefix.
     * The colours of faults keep black text readable, printed in grey too.
     */
    static final String STYLES = XML + "<styleSheet xmlns=\"" + MAIN + "\">"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"5\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill>"
            + fill("FFE7E6E6") + fill("FFFFC7CE") + fill("FFFFEB9C") + "</fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"11\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + look(1, 2, true) + look(0, 0, false) + look(0, 3, false) + look(0, 4, false) + look(0, 0, true)
            + "</cellXfs>"
            + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
            + "</styleSheet>";

    private WorkbookParts() {}

    /**
     * Printed as wide as the paper, on each page what it is. Without the element {@code ignoredErrors} Excel marks each NIK
     * with "number stored as text" and offers to spoil it.
     */
    static String sheetEnd(WorkbookFacts facts, boolean notes) {
        return "<printOptions gridLines=\"1\"/><pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
                + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>"
                + "<headerFooter><oddFooter>&amp;L"
                + CellText.escape(facts.title().replace("&", "&&")) + "&amp;R&amp;P/&amp;N"
                + "</oddFooter></headerFooter>"
                + "<ignoredErrors><ignoredError sqref=\"A1:XFD1048576\" numberStoredAsText=\"1\"/></ignoredErrors>"
                + (notes ? "<legacyDrawing r:id=\"rId1\"/>" : "") + "</worksheet>";
    }

    /** No time and no person, so that the bytes are the same whenever they are written. */
    static String properties(WorkbookFacts facts) {
        return XML + "<cp:coreProperties xmlns:cp=\"" + RELATIONS.replace("relationships", "metadata/core-properties")
                + "\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + CellText.escape(facts.title())
                + "</dc:title><dc:creator>Jembatan</dc:creator><cp:version>" + CellText.escape(facts.rules())
                + "</cp:version></cp:coreProperties>";
    }

    static String sheetStart(boolean first) {
        return XML + "<worksheet xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                + "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView"
                + (first ? " tabSelected=\"1\"" : "")
                + " workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\""
                + " state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView>"
                + "</sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>";
    }

    /**
     * The sheets, and by the names that Excel reserves for it what each filters and which row it prints on every page.
     *
     * @param filtered the filtered range of each sheet
     */
    static String workbook(List<String> sheetNames, List<String> filtered, DateSystem dates) {
        StringBuilder sheets = new StringBuilder();
        StringBuilder filters = new StringBuilder();
        StringBuilder titles = new StringBuilder();
        for (int i = 0; i < sheetNames.size(); i++) {
            String name = CellText.escape(sheetNames.get(i));
            String quoted = "'" + name.replace("'", "''") + "'!";
            String scope = "\" localSheetId=\"" + i + "\"";
            sheets.append("<sheet name=\"" + name + "\" sheetId=\"" + (i + 1) + "\" r:id=\"rId" + (i + 1) + "\"/>");
            filters.append("<definedName name=\"_xlnm._FilterDatabase" + scope + " hidden=\"1\">" + quoted
                    + filtered.get(i) + "</definedName>");
            titles.append("<definedName name=\"_xlnm.Print_Titles" + scope + ">" + quoted + "$1:$1</definedName>");
        }
        return XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                + "\">" + (dates == DateSystem.FROM_1904 ? "<workbookPr date1904=\"1\"/>" : "")
                + "<bookViews><workbookView/></bookViews>" + "<sheets>" + sheets + "</sheets><definedNames>"
                + filters + titles + "</definedNames></workbook>";
    }

    static String workbookRelations(int sheets) {
        StringBuilder relations = new StringBuilder();
        IntStream.rangeClosed(1, sheets)
                .forEach(i -> relations.append("<Relationship Id=\"rId" + i + "\" Type=\"" + OFFICE
                        + "/worksheet\" Target=\"worksheets/sheet" + i + ".xml\"/>"));
        return XML + "<Relationships xmlns=\"" + RELATIONS + "\">" + relations + "<Relationship Id=\"rId" + (sheets + 1)
                + "\" Type=\"" + OFFICE + "/styles\" Target=\"styles.xml\"/></Relationships>";
    }

    static String contentTypes(int sheets, List<Integer> withNotes) {
        StringBuilder parts = new StringBuilder();
        IntStream.rangeClosed(1, sheets)
                .forEach(i -> parts.append("<Override PartName=\"/xl/worksheets/sheet" + i + ".xml\" ContentType=\""
                        + TYPE + "worksheet+xml\"/>"));
        withNotes.forEach(i -> parts.append(
                "<Override PartName=\"/xl/comments" + i + ".xml\" ContentType=\"" + TYPE + "comments+xml\"/>"));
        return XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"
                + "<Override PartName=\"/docProps/core.xml\""
                + " ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>" + parts
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/></Types>";
    }

    private static String fill(String colour) {
        return "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"" + colour + "\"/><bgColor indexed=\"64\"/>"
                + "</patternFill></fill>";
    }

    private static String look(int font, int fill, boolean wrap) {
        return format(font, fill, wrap, "") + format(font, fill, wrap, " quotePrefix=\"1\"");
    }

    private static String format(int font, int fill, boolean wrap, String quotePrefix) {
        return "<xf numFmtId=\"49\" fontId=\"" + font + "\" fillId=\"" + fill + "\" borderId=\"0\" xfId=\"0\""
                + quotePrefix + " applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">"
                + "<alignment vertical=\"top\"" + (wrap ? " wrapText=\"1\"" : "") + "/></xf>";
    }
}
