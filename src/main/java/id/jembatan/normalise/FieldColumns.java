package id.jembatan.normalise;

import id.jembatan.domain.Cell;
import id.jembatan.domain.Column;
import id.jembatan.domain.Field;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.Table;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where each field stands in one table, looked up once. */
final class FieldColumns {
    private static final int[] NONE = {};

    private final Map<Field, int[]> columns = new EnumMap<>(Field.class);
    private final Set<Integer> longNumbers;
    private final int width;

    FieldColumns(Table table) {
        for (Field field : Field.values()) {
            columns.put(
                    field,
                    table.listColumns(field).stream().mapToInt(Column::index).toArray());
        }
        longNumbers = Stream.of(Field.NIK, Field.FAMILY_CARD, Field.KPJ)
                .flatMap(field -> table.listColumns(field).stream())
                .map(Column::index)
                .collect(Collectors.toSet());
        width = table.columns().stream()
                .mapToInt(column -> column.index() + 1)
                .max()
                .orElse(0);
    }

    boolean has(Field field) {
        return listed(field).length > 0;
    }

    /** The first of the field's cells that has text in the row; the leftmost when none has. */
    Cell cell(Field field, RawRow row) {
        int[] candidates = listed(field);
        if (candidates.length == 0) {
            return Cell.EMPTY;
        }
        if (candidates.length > 1) {
            for (int column : candidates) {
                if (hasText(row.cell(column))) {
                    return row.cell(column);
                }
            }
        }
        return row.cell(candidates[0]);
    }

    /** Whether something stands beyond the last header. */
    boolean isShifted(RawRow row) {
        for (int column = width; column < row.cells().size(); column++) {
            if (hasText(row.cell(column))) {
                return true;
            }
        }
        return false;
    }

    /** The cells at most two columns from the NIK's, but for those in which such a number may stand. */
    Stream<Cell> besideNik(RawRow row) {
        int[] niks = listed(Field.NIK);
        return niks.length == 0
                ? Stream.empty()
                : IntStream.of(niks[0] - 2, niks[0] - 1, niks[0] + 1, niks[0] + 2)
                        .filter(column -> column >= 0 && !longNumbers.contains(column))
                        .mapToObj(row::cell);
    }

    private int[] listed(Field field) {
        return columns.getOrDefault(field, NONE);
    }

    private static boolean hasText(Cell cell) {
        return !TextTidier.tidy(cell.text()).isEmpty();
    }
}
