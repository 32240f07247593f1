package id.jembatan.report;

import id.jembatan.domain.Cell;
import id.jembatan.domain.Column;
import id.jembatan.domain.Field;
import id.jembatan.domain.Finding;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.RepairRow;
import id.jembatan.domain.Severity;
import id.jembatan.domain.Table;
import id.jembatan.report.TextWorkbook.Look;
import id.jembatan.report.TextWorkbook.TextCell;
import id.jembatan.report.TextWorkbook.Width;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How the rows of one source table are laid out when they go back: the office's own columns in their order, then ours.
 * What stood beyond the last header column stands beyond our columns again, so that a shifted row loses nothing and is
 * still seen as shifted when it is dropped as it is.
 */
final class ReturnedTable {

    private static final Pattern THREE_DECIMALS = Pattern.compile("[0-9]+\\.[0-9]{3}");

    static final String NOTE_HEADER = "CATATAN JEMBATAN";
    static final String REF_HEADER = "JEMBATAN_REF";
    static final String REASON_HEADER = "ALASAN";

    private final Table table;
    private final List<Column> columns;
    private final List<String> ownHeaders;
    private final Function<RepairRow, List<String>> ownTexts;
    private final ReturnNote note;

    private ReturnedTable(
            Table table, List<String> ownHeaders, ReturnNote note, Function<RepairRow, List<String>> ownTexts) {
        this.table = table;
        this.note = note;
        this.columns = table.columns().stream()
                .filter(column -> column.field().filter(Field::isOurs).isEmpty())
                .limit(TextWorkbook.MOST_COLUMNS - ownHeaders.size())
                .toList();
        this.ownHeaders = ownHeaders;
        this.ownTexts = ownTexts;
    }

    static ReturnedTable forRepair(Table table, ReturnNote note) {
        return new ReturnedTable(
                table, List.of(NOTE_HEADER, REF_HEADER), note, row -> List.of(note.repair(row), row.ref()));
    }

    static ReturnedTable forRefused(Table table, ReturnNote note) {
        return new ReturnedTable(
                table, List.of(NOTE_HEADER, REF_HEADER), note, row -> List.of(note.refused(row), row.ref()));
    }

    static ReturnedTable forLeftOut(Table table, ReturnNote note) {
        return new ReturnedTable(table, List.of(REASON_HEADER), note, row -> List.of(note.leftOut(row)));
    }

    boolean isOf(Table other) {
        return table.sheet().index() == other.sheet().index();
    }

    List<String> headers() {
        List<String> headers = new ArrayList<>();
        columns.forEach(column -> headers.add(column.header()));
        headers.addAll(ownHeaders);
        return headers;
    }

    /** Whether our sentences stand in that column, counted from 0. */
    boolean isOwnNote(int column) {
        return column == columns.size();
    }

    /** All but the hidden column, which is the last. */
    int visibleColumns() {
        return columns.size() + 1;
    }

    List<Width> widths() {
        List<Width> widths = new ArrayList<>();
        columns.forEach(column -> widths.add(new Width(width(column), Look.TEXT, false)));
        widths.add(new Width(70, Look.NOTE, false));
        ownHeaders.stream().skip(1).forEach(hidden -> widths.add(new Width(16, Look.TEXT, true)));
        return widths;
    }

    private static int width(Column column) {
        int byField = column.field()
                .map(field -> switch (field) {
                    case NIK, FAMILY_CARD -> 20;
                    case NAME, MOTHER_NAME, BIRTH_PLACE_DATE, EMPLOYER -> 28;
                    case ADDRESS -> 32;
                    case VILLAGE, DISTRICT, OCCUPATION, POSITION, PHONE -> 18;
                    default -> 12;
                })
                .orElse(12);
        return Math.max(byField, Math.min(column.header().length() + 4, 40));
    }

    List<TextCell> cells(RepairRow row) {
        Map<Integer, FaultyCell> faults = faults(row);
        List<TextCell> cells = new ArrayList<>();
        for (Column column : columns) {
            String text = text(column, row.row().cell(column.index()));
            boolean rounded = column.field().filter(Field.NIK::equals).isPresent() && has(row, FindingCode.NIK_ROUNDED);
            FaultyCell fault = faults.getOrDefault(column.index(), FaultyCell.NONE);
            cells.add(new TextCell(rounded ? RoundedNik.withoutLastDigit(text) : text, fault.look(), fault.note()));
        }
        ownTexts.apply(row).forEach(text -> cells.add(new TextCell(text, Look.NOTE)));
        Look beyond = has(row, FindingCode.ROW_SHIFTED) ? Look.ERROR : Look.TEXT;
        for (int i = table.columns().size(); i < row.row().cells().size(); i++) {
            cells.add(new TextCell(text(row.row().cell(i)), beyond));
        }
        return cells;
    }

    /** The columns of the row that hold a fault; of a NIK that two people use, its own. */
    private Map<Integer, FaultyCell> faults(RepairRow row) {
        Map<Integer, FaultyCell> faults = new HashMap<>();
        if (row.outcome() == Outcome.REVIEW) {
            FaultyColumn.find(table, row.row(), Field.NIK)
                    .ifPresent(column -> faults.put(column.index(), new FaultyCell(Look.WARNING, note.review())));
        }
        for (Finding finding : row.findings()) {
            if (finding.severity() != Severity.INFO && finding.code() != FindingCode.ROW_SHIFTED) {
                Look look = finding.isError() ? Look.ERROR : Look.WARNING;
                FaultyColumn.find(table, row.row(), finding.field())
                        .ifPresent(column -> faults.merge(
                                column.index(), new FaultyCell(look, note.toLine(finding)), FaultyCell::and));
            }
        }
        return faults;
    }

    /** How a cell looks that is wrong, by the worse fault where there are two, and everything that is said of it. */
    private record FaultyCell(Look look, String note) {

        static final FaultyCell NONE = new FaultyCell(Look.TEXT, "");

        FaultyCell and(FaultyCell other) {
            return new FaultyCell(look == Look.ERROR ? look : other.look, note + "\n" + other.note);
        }
    }

    private static boolean has(RepairRow row, FindingCode code) {
        return row.findings().stream().anyMatch(finding -> finding.code() == code);
    }

    /**
     * The same, so that it means the same as a text: a wage of three decimals would be read as thousands (SPEC section 5,
     * Wage), and gets a fourth.
     */
    private static String text(Column column, Cell cell) {
        boolean ambiguous = cell.kind() == Cell.Kind.NUMBER
                && column.field().filter(Field.WAGE::equals).isPresent()
                && THREE_DECIMALS.matcher(cell.text()).matches();
        return ambiguous ? cell.text() + "0" : text(cell);
    }

    /** Dates as the office writes them, all else as it was read. */
    private static String text(Cell cell) {
        return cell.kind() == Cell.Kind.DATE ? DateText.dayFirst(cell.text()) : cell.text();
    }
}
