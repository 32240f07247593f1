package id.jembatan.read;

import id.jembatan.domain.Cell;
import id.jembatan.domain.Column;
import id.jembatan.domain.Field;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the lines below one table's header are (SPEC section 4, "Finding the table"). Asked of every line of a drop. */
final class TableLines {

    enum Kind {
        EMPTY,
        HEADER_REPEATED,
        COLUMN_NUMBERS,
        PERSON
    }

    private static final int LONGEST_COLUMN_NUMBER = 8;
    /** A line of a trailer fills fewer recognised columns than this, NIK and birth date apart. */
    private static final int FILLED_BY_A_PERSON = 3;

    private final ColumnNames names;
    private final List<Column> columns;
    private final int[] niks;
    private final int[] dates;
    private final int[] others;
    private final int[] refs;
    private final int[] lineRefs;
    private final int[] statuses;

    TableLines(Table table, ColumnNames names) {
        this.names = names;
        this.columns = table.columns();
        this.niks = columnsOf(field -> field == Field.NIK);
        this.dates = columnsOf(field -> field == Field.BIRTH_DATE || field == Field.BIRTH_PLACE_DATE);
        this.refs = columnsOf(field -> field == Field.REPAIR_REF);
        this.lineRefs = columnsOf(field -> field == Field.LINE_REF);
        this.statuses = columnsOf(field -> field == Field.STATUS);
        this.others = columnsOf(field ->
                field != Field.NIK && field != Field.BIRTH_DATE && field != Field.BIRTH_PLACE_DATE && !field.isOurs());
    }

    Kind kind(RawRow row) {
        if (row.isBlank()) {
            return Kind.EMPTY;
        }
        for (int nik : niks) {
            String text = row.cell(nik).text();
            if (isHeader(row, text)) {
                return Kind.HEADER_REPEATED;
            }
            if (isColumnNumbers(row, text)) {
                return Kind.COLUMN_NUMBERS;
            }
        }
        for (int ref : lineRefs) {
            if (isHeader(row, row.cell(ref).text())) {
                return Kind.HEADER_REPEATED;
            }
        }
        return Kind.PERSON;
    }

    /** Whether the line belongs to the trailer if only such lines follow it. */
    boolean mayBeTrailer(RawRow row) {
        return !anyHasDigit(row, niks)
                && !anyHasDigit(row, dates)
                && filled(row, refs, 1) == 0
                && filled(row, statuses, 1) == 0
                && !anyNamesALine(row)
                && filled(row, others, FILLED_BY_A_PERSON) < FILLED_BY_A_PERSON;
    }

    private boolean isHeader(RawRow row, String nik) {
        String text = nik.stripLeading();
        // almost every line ends here: its NIK begins with a digit
        if (text.isEmpty()
                || Character.isDigit(text.charAt(0))
                || !(means(Field.NIK, nik) || means(Field.LINE_REF, nik))) {
            return false;
        }
        int recognised = 0;
        for (Column column : columns) {
            Optional<Field> field = column.field();
            if (field.isPresent() && means(field.get(), row.cell(column.index()).text())) {
                recognised++;
            }
        }
        return recognised > 1;
    }

    private boolean means(Field field, String text) {
        return names.find(text).filter(field::equals).isPresent();
    }

    private static boolean isColumnNumbers(RawRow row, String nik) {
        if (columnNumber(nik) < 0) {
            return false;
        }
        int filled = 0;
        int last = 0;
        List<Cell> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).isBlank()) {
                continue;
            }
            int number = columnNumber(cells.get(i).text());
            if (number != last + 1 && number != i + 1) {
                return false;
            }
            last = number;
            filled++;
        }
        return filled > 1;
    }

    /** {@code 3}, {@code (3)}, {@code 3.} or {@code 3.0}; -1 for anything else. */
    private static int columnNumber(String written) {
        String text = written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
        if (text.isEmpty() || text.length() > LONGEST_COLUMN_NUMBER) {
            return -1;
        }
        int number = 0;
        boolean digits = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                number = number * 10 + (c - '0');
                digits = true;
            } else if ("()[]. ".indexOf(c) < 0) {
                return -1;
            }
        }
        return digits ? number : -1;
    }

    private static boolean anyHasDigit(RawRow row, int[] columns) {
        for (int column : columns) {
            String text = row.cell(column).text();
            for (int i = 0; i < text.length(); i++) {
                if (Character.isDigit(text.charAt(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean anyNamesALine(RawRow row) {
        for (int ref : lineRefs) {
            if (row.cell(ref).text().indexOf('/') >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int filled(RawRow row, int[] columns, int enough) {
        int filled = 0;
        for (int i = 0; i < columns.length && filled < enough; i++) {
            filled += row.cell(columns[i]).isBlank() ? 0 : 1;
        }
        return filled;
    }

    private int[] columnsOf(Predicate<Field> wanted) {
        return columns.stream()
                .filter(column -> column.field().filter(wanted).isPresent())
                .mapToInt(Column::index)
                .toArray();
    }
}
