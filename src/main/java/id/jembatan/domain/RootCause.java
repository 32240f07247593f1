package id.jembatan.domain;

/**
 * One mistake in the making of a list from which many findings follow, and which one action repairs for all its rows. A
 * finding that follows from none of these is its own cause.
 */
public enum RootCause {
    /** The dates of a sheet are written with the month first. */
    MONTH_FIRST_COLUMN(Field.BIRTH_DATE),
    /** The NIKs were a column of numbers when the list was made or sent. */
    NIK_COLUMN_OF_NUMBERS(Field.NIK),
    /** The NIK stands in the KPJ's column, and the KPJ in the NIK's. */
    NIK_AND_KPJ_EXCHANGED(Field.NIK),
    /** Cells stand beside their columns, so that nothing in the row means what its header says. */
    ROWS_SHIFTED(Field.NIK);

    private final Field field;

    RootCause(Field field) {
        this.field = field;
    }

    /** The column in which it shows. */
    public Field field() {
        return field;
    }
}
