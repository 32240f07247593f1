package id.jembatan.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.Cell;
import id.jembatan.domain.Column;
import id.jembatan.domain.DateSystem;
import id.jembatan.domain.Field;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.Sheet;
import id.jembatan.domain.SheetHabits;
import id.jembatan.domain.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ColumnHabitsTest {
    private static final String ENDS_IN_ZERO = "9203011205809010";
    private static final String ENDS_IN_ONE = "9203011205809001";

    @Test
    void twentyNiksOfWhichElevenEndInZeroAreRounded() {
        assertEquals(new SheetHabits(true, false), niks(11, 9));
    }

    @Test
    void halfOfTwentyIsNotOverHalf() {
        assertEquals(SheetHabits.NONE, niks(10, 10));
    }

    @Test
    void nineteenNiksAreTooFew() {
        assertEquals(SheetHabits.NONE, niks(19, 0));
    }

    /** Their last digit was asked for, and 0 is as good as any. */
    @Test
    void niksThatWereSentBackAndTypedDoNotCount() {
        Table table = new Table(
                new Sheet(0, "Perbaikan", true, DateSystem.FROM_1900),
                1,
                List.of(
                        new Column(0, "NIK", Optional.of(Field.NIK)),
                        new Column(1, "JEMBATAN_REF", Optional.of(Field.REPAIR_REF))));
        SheetHabits.Watcher sentBack = new ColumnHabits().begin(table);
        SheetHabits.Watcher written = new ColumnHabits().begin(table);
        for (int i = 1; i <= 40; i++) {
            sentBack.see(new RawRow(0, i, List.of(Cell.text(ENDS_IN_ZERO), Cell.text("7-" + i))));
            written.see(new RawRow(0, i, List.of(Cell.text(ENDS_IN_ZERO), Cell.text("halaman " + i))));
        }

        assertEquals(SheetHabits.NONE, sentBack.habits());
        assertEquals(new SheetHabits(true, false), written.habits());
    }

    @Test
    void typedNiksInAColumnOfNumbersAreNotCalledRounded() {
        SheetHabits.Watcher watcher = watch(DateSystem.FROM_1900);
        for (int i = 0; i < 25; i++) {
            watcher.see(row(Cell.text(ENDS_IN_ZERO), ""));
            watcher.see(row(new Cell("6111011205809001", Cell.Kind.NUMBER), ""));
        }

        assertEquals(SheetHabits.NONE, watcher.habits());
    }

    @Test
    void niksOfAnotherLengthDoNotCount() {
        SheetHabits.Watcher watcher = watch(DateSystem.NONE);
        for (int i = 0; i < 40; i++) {
            watcher.see(row(Cell.text(i < 19 ? ENDS_IN_ZERO : "9203011205800"), ""));
        }

        assertEquals(SheetHabits.NONE, watcher.habits());
    }

    @Test
    void numbersOfAWorkbookAreNoTextColumn() {
        SheetHabits.Watcher watcher = watch(DateSystem.FROM_1900);
        for (int i = 0; i < 40; i++) {
            watcher.see(row(new Cell(ENDS_IN_ZERO, Cell.Kind.NUMBER), ""));
        }

        assertEquals(SheetHabits.NONE, watcher.habits());
    }

    @Test
    void niksAreCountedAfterCleaning() {
        SheetHabits.Watcher watcher = watch(DateSystem.FROM_1900);
        for (int i = 0; i < 20; i++) {
            watcher.see(row(Cell.text("'" + ENDS_IN_ZERO), ""));
        }

        assertEquals(new SheetHabits(true, false), watcher.habits());
    }

    @Test
    void oneDateThatReadsOnlyMonthFirstTellsOfAll() {
        SheetHabits.Watcher watcher = watch(DateSystem.NONE);
        watcher.see(row(Cell.EMPTY, "12/05/1980"));
        watcher.see(row(Cell.EMPTY, "05/23/80"));
        watcher.see(row(Cell.EMPTY, "23/05/1980"));

        assertEquals(new SheetHabits(false, true), watcher.habits());
    }

    @Test
    void aLeapDayMonthFirstTellsToo() {
        SheetHabits.Watcher watcher = watch(DateSystem.NONE);
        watcher.see(row(Cell.EMPTY, "02/29/00"));

        assertEquals(new SheetHabits(false, true), watcher.habits());
    }

    @Test
    void datesThatReadDayFirstTellNothing() {
        SheetHabits.Watcher watcher = watch(DateSystem.NONE);
        watcher.see(row(Cell.EMPTY, "12/05/1980"));
        watcher.see(row(Cell.EMPTY, "02/30/1980"));

        assertEquals(SheetHabits.NONE, watcher.habits());
    }

    private static SheetHabits niks(int endingInZero, int others) {
        SheetHabits.Watcher watcher = watch(DateSystem.NONE);
        for (int i = 0; i < endingInZero + others; i++) {
            watcher.see(row(Cell.text(i < endingInZero ? ENDS_IN_ZERO : ENDS_IN_ONE), "12-05-1980"));
        }
        return watcher.habits();
    }

    private static SheetHabits.Watcher watch(DateSystem dates) {
        Table table = new Table(
                new Sheet(0, "", true, dates),
                1,
                List.of(
                        new Column(0, "NIK", Optional.of(Field.NIK)),
                        new Column(1, "TGL LAHIR", Optional.of(Field.BIRTH_DATE))));
        return new ColumnHabits().begin(table);
    }

    private static RawRow row(Cell nik, String birthDate) {
        return new RawRow(0, 2, List.of(nik, Cell.text(birthDate)));
    }
}
