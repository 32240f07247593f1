package id.jembatan.read;

import id.jembatan.domain.Cell;
import id.jembatan.domain.Column;
import id.jembatan.domain.Field;
import id.jembatan.domain.RawRow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the header of one sheet: the first row, of the first 50 with text, in which the NIK column and at least one
 * more column are recognised (SPEC section 4).
 */
final class HeaderSearch {

    private static final int MOST_ROWS = 50;

    private final ColumnNames names;
    private int seen;

    HeaderSearch(ColumnNames names) {
        this.names = names;
    }

    /** Whether no further row can be the header. */
    boolean isOver() {
        return seen >= MOST_ROWS;
    }

    /** The header's columns when the row is one. */
    Optional<List<Column>> see(RawRow row) {
        if (isOver() || row.isBlank()) {
            return Optional.empty();
        }
        seen++;
        return columns(row.cells().subList(0, filledLength(row)).stream()
                .map(Cell::text)
                .toList());
    }

    /** The columns with these headers, when NIK and one more of them are recognised. */
    Optional<List<Column>> columns(List<String> headers) {
        Set<Field> recognised = EnumSet.noneOf(Field.class);
        int columnsRecognised = 0;
        List<Column> columns = new ArrayList<>();
        for (String header : headers) {
            Optional<Field> field = names.find(header);
            field.ifPresent(recognised::add);
            columnsRecognised += field.isPresent() ? 1 : 0;
            columns.add(new Column(columns.size(), header, field));
        }
        return names.makeHeader(recognised, columnsRecognised) ? Optional.of(columns) : Optional.empty();
    }

    private static int filledLength(RawRow row) {
        List<Cell> cells = row.cells();
        int length = cells.size();
        while (length > 0 && cells.get(length - 1).isBlank()) {
            length--;
        }
        return length;
    }
}
