package id.jembatan.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * The notes on the cells of one sheet, as every Excel since 97 shows them when the mouse points at a cell: the texts in one
 * part, the boxes in another (ECMA-376 part 1, 18.7, and part 4, 19.4). Kept until the sheet ends, so there are at most
 * {@value #MOST}: enough for whoever works through a list by hand, and a spreadsheet program takes minutes to open many
 * more. Not thread-safe.
 */
final class CellNotes {

    static final int MOST = 2_000;
    private static final int MOST_CHARACTERS = 1_000;
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final List<Note> notes = new ArrayList<>();

    private record Note(int column, int row, String text) {}

    /** Keeps the note, if it says something and there is room. */
    void add(int column, int row, String text) {
        if (!text.isEmpty() && notes.size() < MOST) {
            boolean half =
                    text.length() > MOST_CHARACTERS && Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
            int end = Math.min(text.length(), half ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
            notes.add(new Note(column, row, text.substring(0, end)));
        }
    }

    boolean isEmpty() {
        return notes.isEmpty();
    }

    static String relations(int sheet) {
        return XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"" + OFFICE + "/vmlDrawing\" Target=\"../drawings/vmlDrawing" + sheet
                + ".vml\"/><Relationship Id=\"rId2\" Type=\"" + OFFICE + "/comments\" Target=\"../comments" + sheet
                + ".xml\"/></Relationships>";
    }

    void writeTexts(Writer xml) throws IOException {
        xml.write(XML + "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + "<authors><author>Jembatan</author></authors><commentList>");
        for (Note note : notes) {
            xml.write("<comment ref=\"" + CellName.of(note.column(), note.row()) + "\" authorId=\"0\"><text><r><rPr>"
                    + "<sz val=\"9\"/><rFont val=\"Tahoma\"/></rPr><t xml:space=\"preserve\">"
                    + CellText.escape(note.text())
                    + "</t></r></text></comment>");
        }
        xml.write("</commentList></comments>");
    }

    /** One hidden box each, as large as its text needs. */
    void writeShapes(Writer xml) throws IOException {
        xml.write(
                "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
                        + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\">"
                        + "<o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout><v:shapetype id=\"_x0000_t202\""
                        + " coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
                        + "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>");
        int number = 1024;
        for (Note note : notes) {
            writeShape(xml, ++number, note);
        }
        xml.write("</xml>");
    }

    /** Rows and columns are counted from 0 here. */
    private static void writeShape(Writer xml, int number, Note note) throws IOException {
        int row = note.row() - 1;
        int lines = 2
                + note.text().length() / 40
                + (int) note.text().chars().filter(c -> c == '\n').count();
        int top = Math.max(0, row - 1);
        xml.write("<v:shape id=\"_x0000_s" + number + "\" type=\"#_x0000_t202\" style=\"position:absolute;"
                + "visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>"
                + "<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"/>"
                + "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>"
                + (note.column() + 1)
                + ", 15, " + top + ", 4, " + (note.column() + 3) + ", 40, " + (top + lines)
                + ", 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>" + row + "</x:Row><x:Column>" + note.column()
                + "</x:Column></x:ClientData></v:shape>");
    }
}
