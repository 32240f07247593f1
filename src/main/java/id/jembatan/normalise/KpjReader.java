package id.jembatan.normalise;

import id.jembatan.domain.Cell;
import id.jembatan.domain.Reading;

/** The digits of a KPJ, however many: 11 are one, and 16 are a NIK that strayed into the column. */
final class KpjReader {
    static final int DIGITS = 11;

    private final NikCleaner cleaner;

    KpjReader(NikCleaner cleaner) {
        this.cleaner = cleaner;
    }

    Reading<String> read(Cell cell) {
        String whole = Digits.withoutPointZero(cell.text());
        String digits = cleaner.clean(new Cell(whole, cell.kind())).text();
        if (digits.isEmpty()) {
            return Reading.empty();
        }
        return Digits.isAll(digits) ? Reading.of(digits) : Reading.unreadable();
    }
}
