package id.jembatan.specs;

import id.jembatan.domain.Cell;
import id.jembatan.domain.Column;
import id.jembatan.domain.DateSystem;
import id.jembatan.domain.Field;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.Sheet;
import id.jembatan.domain.SheetHabits;
import id.jembatan.domain.Table;
import id.jembatan.domain.WorkerDraft;
import id.jembatan.normalise.Normaliser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row as the tables write one: by field its cell, {@code {number: …}} and {@code {date: …}} for the cells of a
 * workbook, a list for several columns of one field. Blanks in a number are dropped, so that no number of 16 digits need
 * stand in a table.
 */
record SpecRow(Table table, RawRow row) {

    static SpecRow of(Map<String, Object> given, String beyond, DateSystem dates) {
        List<Column> columns = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        given.forEach((key, value) -> {
            List<?> several = value instanceof List<?> list ? list : List.of(value);
            for (Object one : several) {
                columns.add(new Column(
                        columns.size(), key, Optional.of(Field.find(key).orElseThrow())));
                cells.add(cell(one));
            }
        });
        if (!beyond.isEmpty()) {
            cells.add(Cell.text(beyond));
        }
        Sheet sheet = new Sheet(0, "", true, dates);
        return new SpecRow(new Table(sheet, 1, columns), new RawRow(0, 2, cells));
    }

    private static Cell cell(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.containsKey("number")
                    ? new Cell(String.valueOf(map.get("number")).replace(" ", ""), Cell.Kind.NUMBER)
                    : new Cell(String.valueOf(map.get("date")), Cell.Kind.DATE);
        }
        return Cell.text(String.valueOf(value));
    }

    WorkerDraft draft(SheetHabits habits, LocalDate received) {
        return new Normaliser(table, habits, received).normalise(row);
    }
}
