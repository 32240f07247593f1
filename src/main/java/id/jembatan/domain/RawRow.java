package id.jembatan.domain;

import java.util.List;

/**
 * One line of a drop as it was read, before anybody asks what it means.
 *
 * @param sheet the sheet's index
 * @param row the number that a person sees (SPEC section 1, "row"), from 1
 * @param cells by column from the left; shorter than the table when the line ends early
 */
public record RawRow(int sheet, int row, List<Cell> cells) {

    /** The cell of that column, counted from 0; empty beyond the line's end. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    /** Whether nothing at all can be seen on the line. */
    public boolean isBlank() {
        for (Cell cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Cells and characters: about what it takes of memory. */
    public long weight() {
        long weight = 0;
        for (int i = 0; i < cells.size(); i++) {
            weight += 1 + cells.get(i).text().length();
        }
        return weight;
    }

    @Override
    public String toString() {
        return "sheet " + sheet + " row " + row;
    }
}
