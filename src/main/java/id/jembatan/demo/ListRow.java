package id.jembatan.demo;

import java.util.List;

/**
 * A row as it will stand in the list, one cell for each column; a shifted row has one more.
 */
record ListRow(List<ListCell> cells) {

    ListRow {
        cells = List.copyOf(cells);
    }

    @Override
    public String toString() {
        return "list row of " + cells.size() + " cells";
    }
}
