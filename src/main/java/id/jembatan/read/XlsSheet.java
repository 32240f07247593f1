package id.jembatan.read;

import id.jembatan.domain.Cell;
import id.jembatan.domain.DateSystem;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Limits;
import id.jembatan.domain.RawRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.record.ArrayRecord;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BlankRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulBlankRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.SharedFormulaRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.TableRecord;
import org.apache.poi.ss.usermodel.FormulaError;

/** The rows of one sheet of an XLS workbook ([MS-XLS] 2.1.7.20.5), one at a time. */
final class XlsSheet implements AutoCloseable {

    private static final int MOST_COLUMNS = 256;

    private final int sheet;
    private final BiffRecords records;
    private final XlsWorkbook workbook;
    private final CellStyles styles;
    private final Limits limits;
    private Optional<Piece> ahead = Optional.empty();
    private boolean over;
    private int last = -1;

    /** Neighbouring cells of one row. */
    private record Piece(int row, int column, List<Cell> cells) {}

    XlsSheet(int sheet, BiffRecords records, XlsWorkbook workbook, CellStyles styles, Limits limits) {
        this.sheet = sheet;
        this.records = records;
        this.workbook = workbook;
        this.styles = styles;
        this.limits = limits;
        if (records.next() != BOFRecord.sid) {
            throw BiffRecords.broken();
        }
        // a chart or a sheet of macros has no rows
        this.over = records.read(BOFRecord::new).getType() != BOFRecord.TYPE_WORKSHEET;
    }

    /** Empty at the end of the sheet, which is then known to be whole. */
    Optional<RawRow> next() {
        if (ahead.isEmpty()) {
            ahead = piece();
        }
        if (ahead.isEmpty()) {
            return Optional.empty();
        }
        int row = ahead.get().row();
        // a row that comes again, or too late, would make two people out of one number
        if (row <= last) {
            throw BiffRecords.broken();
        }
        last = row;
        List<Cell> cells = new ArrayList<>();
        while (ahead.filter(piece -> piece.row() == row).isPresent()) {
            put(ahead.get(), cells);
            ahead = piece();
        }
        return Optional.of(new RawRow(sheet, row + 1, List.copyOf(cells)));
    }

    @Override
    public void close() {
        records.close();
    }

    private void put(Piece piece, List<Cell> cells) {
        for (int i = 0; i < piece.cells().size(); i++) {
            int column = piece.column() + i;
            if (column >= MOST_COLUMNS) {
                throw BiffRecords.broken();
            }
            Cell cell = piece.cells().get(i);
            if (cell.text().isEmpty()) {
                continue;
            }
            if (column >= limits.columns()) {
                throw new DropRefused(FindingCode.FILE_TOO_LARGE, "columns", String.valueOf(limits.columns()));
            }
            while (cells.size() <= column) {
                cells.add(Cell.EMPTY);
            }
            cells.set(column, cell);
        }
    }

    /** The next cells; empty at the end of the sheet. */
    private Optional<Piece> piece() {
        int charts = 0;
        while (!over) {
            int sid = records.next();
            if (sid == BOFRecord.sid) {
                charts++;
            } else if (sid == EOFRecord.sid) {
                over = charts == 0;
                charts--;
            } else if (charts == 0) {
                Optional<Piece> piece = records.use(() -> piece(sid));
                if (piece.isPresent()) {
                    return piece;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Piece> piece(int sid) {
        return switch (sid) {
            case LabelSSTRecord.sid -> {
                LabelSSTRecord cell = records.read(LabelSSTRecord::new);
                yield one(cell, shared(cell.getSSTIndex()));
            }
            case LabelRecord.sid -> {
                LabelRecord cell = records.read(LabelRecord::new);
                yield one(cell, text(cell.getValue()));
            }
            case NumberRecord.sid -> {
                NumberRecord cell = records.read(NumberRecord::new);
                yield one(cell, number(cell.getValue(), cell.getXFIndex()));
            }
            case RKRecord.sid -> {
                RKRecord cell = records.read(RKRecord::new);
                yield one(cell, number(cell.getRKNumber(), cell.getXFIndex()));
            }
            case BoolErrRecord.sid -> {
                BoolErrRecord cell = records.read(BoolErrRecord::new);
                yield one(cell, cell.isBoolean() ? truth(cell.getBooleanValue()) : error(cell.getErrorValue()));
            }
            case FormulaRecord.sid -> {
                FormulaRecord cell = records.read(FormulaRecord::new);
                yield one(cell, result(cell));
            }
            case BlankRecord.sid -> one(records.read(BlankRecord::new), Cell.EMPTY);
            case MulRKRecord.sid -> Optional.of(many(records.read(MulRKRecord::new)));
            case MulBlankRecord.sid -> {
                MulBlankRecord blanks = records.read(MulBlankRecord::new);
                yield Optional.of(new Piece(blanks.getRow(), 0, List.of()));
            }
            // heights, notes, pictures
            default -> Optional.empty();
        };
    }

    private Optional<Piece> one(CellValueRecordInterface cell, Cell content) {
        style(cell.getXFIndex());
        return Optional.of(new Piece(cell.getRow(), cell.getColumn() & 0xFFFF, List.of(content)));
    }

    private Piece many(MulRKRecord numbers) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < numbers.getNumColumns(); i++) {
            cells.add(number(numbers.getRKNumberAt(i), numbers.getXFAt(i)));
        }
        return new Piece(numbers.getRow(), numbers.getFirstColumn() & 0xFFFF, cells);
    }

    /** The value that was stored with a formula; nothing is computed. A text follows in a record of its own. */
    private Cell result(FormulaRecord formula) {
        if (formula.hasCachedResultString()) {
            int sid = records.next();
            while (sid == SharedFormulaRecord.sid
                    || sid == ArrayRecord.sid
                    || sid == TableRecord.sid
                    || sid == ContinueRecord.sid) {
                sid = records.next();
            }
            if (sid == StringRecord.sid) {
                return text(records.read(StringRecord::new).getString());
            }
            records.hold();
            return Cell.EMPTY;
        }
        return switch (formula.getCachedResultTypeEnum()) {
            case NUMERIC -> number(formula.getValue(), formula.getXFIndex());
            case BOOLEAN -> truth(formula.getCachedBooleanValue());
            case ERROR -> error(formula.getCachedErrorValue());
            default -> Cell.EMPTY;
        };
    }

    private Cell shared(int index) {
        if (!workbook.strings().has(index)) {
            throw BiffRecords.broken();
        }
        return workbook.strings().get(index);
    }

    private Cell text(String text) {
        if (text.length() > limits.cell()) {
            throw new DropRefused(FindingCode.FILE_TOO_LARGE, "cell", String.valueOf(limits.cell()));
        }
        return Cell.text(text);
    }

    private Cell number(double number, short style) {
        String text = CellNumbers.text(number);
        DateSystem dates = workbook.dates();
        return styles.isDate(style(style)) ? CellNumbers.date(text, dates) : CellNumbers.number(text);
    }

    private int style(short index) {
        int style = index & 0xFFFF;
        if (!styles.has(style)) {
            throw BiffRecords.broken();
        }
        return style;
    }

    private static Cell truth(boolean value) {
        return Cell.text(value ? "TRUE" : "FALSE");
    }

    private static Cell error(int code) {
        return Cell.text(
                FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#N/A");
    }
}
