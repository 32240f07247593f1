package id.jembatan.report;

import id.jembatan.report.TextWorkbook.Look;
import id.jembatan.report.TextWorkbook.TextCell;
import id.jembatan.report.TextWorkbook.Width;
import java.util.List;

/** How high a row must be for its sentences to be seen: LibreOffice does not find out by itself when it opens a file. */
final class RowHeight {

    private static final double POINTS_A_LINE = 15;
    private static final double MOST_POINTS = 405;

    private RowHeight() {}

    /** {@code ht="30"}, or "" where one line is enough. */
    static String attribute(List<TextCell> cells, List<Width> widths) {
        int lines = 1;
        for (int i = 0; i < Math.min(cells.size(), widths.size()); i++) {
            TextCell cell = cells.get(i);
            if (cell.look() == Look.NOTE) {
                lines = Math.max(lines, lines(cell.text(), widths.get(i).characters()));
            } else if (cell.look() == Look.HEADER) { // as the office broke it
                lines = Math.max(lines, (int) cell.text().lines().count());
            }
        }
        return lines == 1 ? "" : " ht=\"" + Math.min(MOST_POINTS, lines * POINTS_A_LINE) + "\"";
    }

    /** Words do not fill a line to its end, but most letters are narrower than the digit that widths are counted in. */
    private static int lines(String text, int width) {
        int letters = width + width / 8;
        return text.lines().mapToInt(line -> 1 + (line.length() - 1) / letters).sum();
    }
}
