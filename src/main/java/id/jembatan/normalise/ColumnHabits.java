package id.jembatan.normalise;

import id.jembatan.domain.BirthDate;
import id.jembatan.domain.Cell;
import id.jembatan.domain.DateSystem;
import id.jembatan.domain.Field;
import id.jembatan.domain.NikText;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.RepairRef;
import id.jembatan.domain.SheetHabits;
import id.jembatan.domain.Table;
import java.time.LocalDate;

/**
 * Watches a table during the first pass for the two things that only the whole sheet can tell: that its NIKs lost their
 * last digit before the file was made, and that its dates are written with the month first (SPEC section 5).
 */
public final class ColumnHabits implements SheetHabits.Watch {
    private static final int FEWEST_NIKS = 20;
    private static final int NIK_DIGITS = 16;

    @Override
    public SheetHabits.Watcher begin(Table table) {
        return new Watcher(table);
    }

    private static final class Watcher implements SheetHabits.Watcher {
        private final FieldColumns columns;
        private final boolean workbook;
        private final NikCleaner niks;
        private final BirthDateReader dates;
        private long textNiks;
        private long numericNiks;
        private long endingInZero;
        private boolean monthFirst;

        Watcher(Table table) {
            columns = new FieldColumns(table);
            workbook = table.sheet().dates() != DateSystem.NONE;
            niks = new NikCleaner(table.sheet().dates());
            // the century does not matter here; for this day every two-digit year has one that knows its leap days
            dates = new BirthDateReader(table.sheet().dates(), LocalDate.of(2099, 12, 31));
        }

        @Override
        public void see(RawRow row) {
            if (!isSentBack(row)) {
                seeNik(columns.cell(Field.NIK, row));
            }
            if (!monthFirst) {
                monthFirst = isMonthFirst(row);
            }
        }

        /** Its last digit was asked for and typed, whichever it is (SPEC section 5, NIK_NOT_DIGITS). */
        private boolean isSentBack(RawRow row) {
            return columns.has(Field.REPAIR_REF)
                    && RepairRef.parse(TextTidier.tidy(
                                    columns.cell(Field.REPAIR_REF, row).text()))
                            .isPresent();
        }

        private void seeNik(Cell cell) {
            NikText nik = niks.clean(cell);
            if (!Digits.isExactly(NIK_DIGITS, nik.text())) {
                return;
            }
            if (nik.fromNumber() && workbook) {
                numericNiks++;
                return;
            }
            textNiks++;
            if (nik.text().charAt(NIK_DIGITS - 1) == '0') {
                endingInZero++;
            }
        }

        private boolean isMonthFirst(RawRow row) {
            String own = TextTidier.tidy(columns.cell(Field.BIRTH_DATE, row).text());
            String text = own.isEmpty() && columns.has(Field.BIRTH_PLACE_DATE)
                    ? BirthPlaceDate.split(TextTidier.tidy(
                                    columns.cell(Field.BIRTH_PLACE_DATE, row).text()))
                            .date()
                    : own;
            return dates.read(text)
                    .value()
                    .filter(birth -> birth.order() == BirthDate.Order.MONTH_FIRST)
                    .isPresent();
        }

        @Override
        public SheetHabits habits() {
            return new SheetHabits(isTextColumn() && endingInZero * 2 > textNiks, monthFirst);
        }

        /** A column of numbers in which somebody typed some NIKs as text is none: those are likely the careful ones. */
        private boolean isTextColumn() {
            return textNiks >= FEWEST_NIKS && textNiks > numericNiks;
        }
    }
}
