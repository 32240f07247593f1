package id.jembatan.read;

import id.jembatan.domain.Column;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.Field;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Table;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether every table has each required field in one column (SPEC section 4, FILE_COLUMN_MISSING, FILE_COLUMN_TWICE). */
final class RequiredColumns {

    /** Columns that hold a field beside another one. */
    private static final Map<Field, Field> JOINT = Map.of(
            Field.BIRTH_DATE, Field.BIRTH_PLACE_DATE,
            Field.BIRTH_PLACE, Field.BIRTH_PLACE_DATE,
            Field.RT, Field.RT_RW,
            Field.RW, Field.RT_RW);

    private RequiredColumns() {}

    static void check(Collection<Table> tables, Set<Field> required) {
        Set<Field> missing = EnumSet.noneOf(Field.class);
        for (Table table : tables) {
            for (Field field : required) {
                if (serving(table, field).isEmpty()) {
                    missing.add(field);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new DropRefused(
                    FindingCode.FILE_COLUMN_MISSING,
                    missing.stream().map(Field::key).toArray(String[]::new));
        }
        tables.forEach(table -> refuseTwins(table, required));
    }

    private static void refuseTwins(Table table, Set<Field> required) {
        for (Field field : Field.values()) {
            List<Column> serving = required.contains(field) ? serving(table, field) : List.of();
            if (serving.size() > 1) {
                throw new DropRefused(
                        FindingCode.FILE_COLUMN_TWICE,
                        field.key(),
                        named(table, serving.get(0)),
                        named(table, serving.get(1)));
            }
        }
    }

    private static List<Column> serving(Table table, Field field) {
        List<Column> own = table.listColumns(field);
        Field joint = JOINT.get(field);
        return own.isEmpty() && joint != null ? table.listColumns(joint) : own;
    }

    /** As a person finds it: {@code C (NAMA)}; of JSON, whose keys have no place, the key. */
    private static String named(Table table, Column column) {
        String header = column.header().strip();
        return table.headerRow() == 0 ? header : letters(column.index()) + " (" + header + ")";
    }

    private static String letters(int index) {
        String last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : letters(index / 26 - 1) + last;
    }
}
