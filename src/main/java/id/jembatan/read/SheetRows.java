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

/**
 * The rows of one worksheet part ([ECMA-376] 18.3.1), one at a time. What the sheet says of its own extent is not asked.
 */
final class SheetRows implements AutoCloseable {

    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;
    /** The bit by which a small letter differs from its capital. */
    private static final int CASE = 0x20;

    private final int sheet;
    private final PartXml xml;
    private final Workbook workbook;
    private final Limits limits;
    private final DateSystem dates;
    private final List<Cell> cells = new ArrayList<>();
    private int row;
    private int column;

    SheetRows(int sheet, PartXml xml, Workbook workbook, Limits limits, DateSystem dates) {
        this.sheet = sheet;
        this.xml = xml;
        this.workbook = workbook;
        this.limits = limits;
        this.dates = dates;
    }

    /** Empty at the end of the part, which is then known to be whole. */
    Optional<RawRow> next() {
        while (xml.nextElement()) {
            if (xml.isStart("row")) {
                return Optional.of(row());
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        xml.close();
    }

    private RawRow row() {
        Optional<String> own = xml.find("r");
        int last = row;
        row = own.map(number -> number(number)).orElse(last + 1);
        boolean told = own.isPresent();
        column = 0;
        cells.clear();
        while (xml.nextElement() && !xml.isEnd("row")) {
            if (xml.isStart("c")) {
                told = cell(told);
            }
        }
        // a row that comes again, or too late, would make two people out of one number
        if (row <= last || row > MOST_ROWS) {
            throw xml.broken();
        }
        return new RawRow(sheet, row, List.copyOf(cells));
    }

    /** @param told whether the row's number is certain; some writers number the cells only */
    private boolean cell(boolean told) {
        String type = "n";
        int style = 0;
        boolean numbered = told;
        column++;
        for (int i = 0; i < xml.attributes(); i++) {
            switch (xml.attributeName(i)) {
                case "r" -> {
                    place(xml.attributeValue(i), told);
                    numbered = true;
                }
                case "s" -> style = number(xml.attributeValue(i));
                case "t" -> type = xml.attributeValue(i);
                default -> {
                    // metadata of rich values and phonetic display
                }
            }
        }
        if (column > MOST_COLUMNS || !workbook.styles().has(style)) {
            throw xml.broken();
        }
        Cell cell = content(type, style);
        if (!cell.text().isEmpty()) {
            put(cell);
        }
        return numbered;
    }

    private Cell content(String type, int style) {
        Cell cell = Cell.EMPTY;
        while (xml.nextElement() && !xml.isEnd("c")) {
            if (xml.isStart("v")) {
                cell = value(type, style, xml.text());
            } else if (xml.isStart("is")) {
                cell = Cell.text(RichText.read(xml, "is"));
            }
        }
        return cell;
    }

    private Cell value(String type, int style, String raw) {
        return switch (type) {
            case "s" -> shared(raw.strip());
            case "b" -> Cell.text(truth(raw.strip()));
            case "d" -> CellNumbers.isoDate(raw.strip());
            case "n" ->
                workbook.styles().isDate(style)
                        ? CellNumbers.date(raw.strip(), dates)
                        : CellNumbers.number(raw.strip());
            // a formula's text, an error's name
            default -> Cell.text(RichText.unescaped(raw));
        };
    }

    private static String truth(String raw) {
        return switch (raw) {
            case "1", "true" -> "TRUE";
            case "0", "false" -> "FALSE";
            default -> raw;
        };
    }

    /** Without a number it points to nothing, and says nothing; with one that is not there the workbook is broken. */
    private Cell shared(String raw) {
        if (raw.isEmpty()) {
            return Cell.EMPTY;
        }
        int index = number(raw);
        if (!workbook.strings().has(index)) {
            throw xml.broken();
        }
        return workbook.strings().get(index);
    }

    private void put(Cell cell) {
        if (column > limits.columns()) {
            throw new DropRefused(FindingCode.FILE_TOO_LARGE, "columns", String.valueOf(limits.columns()));
        }
        while (cells.size() < column) {
            cells.add(Cell.EMPTY);
        }
        cells.set(column - 1, cell);
    }

    /** Reads a reference such as C12. */
    private void place(String reference, boolean told) {
        int letters = 0;
        int at = 0;
        while (letters < reference.length() && isLetter(reference.charAt(letters))) {
            at = Math.min(at * 26 + ((reference.charAt(letters) | CASE) - 'a' + 1), MOST_COLUMNS + 1);
            letters++;
        }
        int of = number(reference.substring(letters));
        if (letters == 0 || (told && of != row)) {
            throw xml.broken();
        }
        row = of;
        column = at;
    }

    private static boolean isLetter(char c) {
        return (c | CASE) >= 'a' && (c | CASE) <= 'z';
    }

    private int number(String digits) {
        try {
            int number = Integer.parseInt(digits);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through: no number where there must be one
        }
        throw xml.broken();
    }
}
