package id.jembatan.domain;

/**
 * What only a look at the whole sheet can tell (SPEC section 5).
 *
 * @param nikColumnRounded a text column of 20 or more 16-digit NIKs over half of which end in 0: those that do lost
 *     their last digit before the file was made
 * @param monthFirst some birth date on the sheet reads only with the month first
 */
public record SheetHabits(boolean nikColumnRounded, boolean monthFirst) {

    public static final SheetHabits NONE = new SheetHabits(false, false);

    /** Watches the rows of one table during the first pass. */
    public interface Watcher {

        void see(RawRow row);

        SheetHabits habits();
    }

    /** Begins a new watch for each table. */
    @FunctionalInterface
    public interface Watch {

        Watcher begin(Table table);
    }
}
