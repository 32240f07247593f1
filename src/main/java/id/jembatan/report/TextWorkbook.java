package id.jembatan.report;

import id.jembatan.domain.DateSystem;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An XLSX workbook in which every cell is a text, written row by row: memory does not grow with the rows, and the bytes
 * are the same whenever it is written (ECMA-376; why no library: docs/rationale/replies.md). One sheet is open at a
 * time. Not thread-safe.
 */
final class TextWorkbook implements Closeable {

    /** Rows of a sheet, header included. */
    static final int MOST_ROWS = 1_048_576;

    static final int MOST_COLUMNS = 16_384;

    /** Before 1980-02-01 some ZIP writers add a field that depends on the zone of the machine. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ZipOutputStream zip;
    private final Writer xml;
    private final List<String> sheetNames = new ArrayList<>();
    private final List<String> filtered = new ArrayList<>();
    private final List<Integer> sheetsWithNotes = new ArrayList<>();
    private final WorkbookFacts facts;
    private final DateSystem dates;
    private CellNotes notes = new CellNotes();
    private int rows;
    private int filterColumns;
    private List<Width> widths = List.of();

    /** @param dates what a number means as a date where the cells come from: it means the same here */
    TextWorkbook(Path file, WorkbookFacts facts, DateSystem dates) throws IOException {
        this.facts = facts;
        this.dates = dates;
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        xml = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        begin("_rels/.rels");
        xml.write(WorkbookParts.PACKAGE_RELATIONS);
        end();
        begin("docProps/core.xml");
        xml.write(WorkbookParts.properties(facts));
        end();
        begin("xl/styles.xml");
        xml.write(WorkbookParts.STYLES);
        end();
    }

    /** How a cell looks. */
    enum Look {
        HEADER(1),
        TEXT(3),
        ERROR(5),
        WARNING(7),
        NOTE(9);

        private final int style;

        Look(int style) {
            this.style = style;
        }

        /** The index in {@link WorkbookParts#STYLES}: each look stands there twice, plain and with quotePrefix. */
        int style(boolean guarded) {
            return guarded ? style + 1 : style;
        }
    }

    /**
     * One cell.
     *
     * @param note what is said to whoever points at it; "" = nothing
     */
    record TextCell(String text, Look look, String note) {

        TextCell(String text, Look look) {
            this(text, look, "");
        }
    }

    /** A column: its width in characters, and whether it is hidden. */
    record Width(int characters, Look look, boolean hidden) {}

    /**
     * Ends the sheet before and begins another, whose first row stays in sight.
     *
     * @param filterColumns how many columns from the left get a filter
     */
    void beginSheet(String name, List<Width> widths, int filterColumns) throws IOException {
        endSheet();
        sheetNames.add(SheetNames.fit(name, sheetNames));
        this.filterColumns = filterColumns;
        this.widths = List.copyOf(widths);
        rows = 0;
        notes = new CellNotes();
        begin("xl/worksheets/sheet" + sheetNames.size() + ".xml");
        xml.write(WorkbookParts.sheetStart(sheetNames.size() == 1));
        xml.write("<cols>");
        for (int i = 0; i < widths.size(); i++) {
            Width width = widths.get(i);
            xml.write(
                    "<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\"" + width.characters() + "\" style=\""
                            + width.look().style(false) + "\"" + (width.hidden() ? " hidden=\"1\"" : "")
                            + " customWidth=\"1\"/>");
        }
        xml.write("</cols><sheetData>");
    }

    boolean isFull() {
        return rows == MOST_ROWS;
    }

    void addRow(List<TextCell> cells) throws IOException {
        rows++;
        xml.write("<row r=\"" + rows + "\"" + RowHeight.attribute(cells, widths) + ">");
        int last = Math.min(cells.size(), MOST_COLUMNS);
        for (int i = 0; i < last; i++) {
            writeCell(CellName.of(i, rows), cells.get(i));
            notes.add(i, rows, cells.get(i).note());
        }
        xml.write("</row>");
    }

    private void writeCell(String name, TextCell cell) throws IOException {
        String text = CellText.fit(cell.text());
        String start = "<c r=\"" + name + "\" s=\"" + cell.look().style(CellText.looksLikeFormula(text)) + "\"";
        if (text.isEmpty()) {
            xml.write(start + "/>");
            return;
        }
        xml.write(start + " t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        xml.write(CellText.escape(text));
        xml.write("</t></is></c>");
    }

    private void endSheet() throws IOException {
        if (sheetNames.isEmpty()) {
            return;
        }
        String last = CellName.of(filterColumns - 1, rows);
        filtered.add("$A$1:$" + last.replaceFirst("(?=[0-9])", "\\$"));
        xml.write("</sheetData><autoFilter ref=\"A1:" + last + "\"/>");
        xml.write(WorkbookParts.sheetEnd(facts, !notes.isEmpty()));
        end();
        if (!notes.isEmpty()) {
            writeNotes();
        }
    }

    private void writeNotes() throws IOException {
        int sheet = sheetNames.size();
        begin("xl/worksheets/_rels/sheet" + sheet + ".xml.rels");
        xml.write(CellNotes.relations(sheet));
        end();
        begin("xl/comments" + sheet + ".xml");
        notes.writeTexts(xml);
        end();
        begin("xl/drawings/vmlDrawing" + sheet + ".vml");
        notes.writeShapes(xml);
        end();
        sheetsWithNotes.add(sheet);
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            endSheet();
            begin("xl/workbook.xml");
            xml.write(WorkbookParts.workbook(sheetNames, filtered, dates));
            end();
            begin("xl/_rels/workbook.xml.rels");
            xml.write(WorkbookParts.workbookRelations(sheetNames.size()));
            end();
            begin("[Content_Types].xml");
            xml.write(WorkbookParts.contentTypes(sheetNames.size(), sheetsWithNotes));
            end();
        }
    }

    private void begin(String part) throws IOException {
        ZipEntry entry = new ZipEntry(part);
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
    }

    private void end() throws IOException {
        xml.flush();
        zip.closeEntry();
    }
}
