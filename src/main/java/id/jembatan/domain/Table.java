package id.jembatan.domain;

import java.util.List;
import java.util.Optional;

/**
 * The table found on one sheet.
 *
 * @param headerRow the number of the header's line as a person sees it
 * @param columns all columns of the header from the left, unknown ones too, up to the last one with a text
 */
public record Table(Sheet sheet, int headerRow, List<Column> columns) {

    public Table {
        columns = List.copyOf(columns);
    }

    /** The columns with that meaning, from the left. */
    public List<Column> listColumns(Field field) {
        return columns.stream()
                .filter(column -> column.field().filter(field::equals).isPresent())
                .toList();
    }

    public boolean has(Field field) {
        return columns.stream()
                .anyMatch(column -> column.field().filter(field::equals).isPresent());
    }

    /** The first of the field's columns that says something in the row; the leftmost when none does; empty without a column. */
    public Optional<Column> findColumn(Field field, RawRow row) {
        List<Column> candidates = listColumns(field);
        return candidates.stream()
                .filter(column -> !row.cell(column.index()).saysNothing())
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }
}
