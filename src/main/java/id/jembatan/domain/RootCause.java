package id.jembatan.domain;

/**
 * One mistake in the making of a list from which many findings follow, and which one action repairs for all its rows. A
 * finding that follows from none of these is its own cause.
 */
public enum RootCause {
    /** Birth dates are written with the month first. */
    MONTH_FIRST_DATES(FindingCode.BIRTH_DATE_MONTH_FIRST, Field.BIRTH_DATE),
    /** NIKs were numbers when the list was made or sent, and lost their last digit. */
    NIKS_AS_NUMBERS(FindingCode.NIK_ROUNDED, Field.NIK),
    /** The NIK stands in the KPJ's column, and the KPJ in the NIK's. */
    NIK_AND_KPJ_EXCHANGED(FindingCode.NIK_KPJ_SWAPPED, Field.NIK),
    /** Cells stand beside their columns, so that nothing in the row means what its header says. */
    ROWS_SHIFTED(FindingCode.ROW_SHIFTED, Field.NIK);

    private final FindingCode code;
    private final Field field;

    RootCause(FindingCode code, Field field) {
        this.code = code;
        this.field = field;
    }

    /** The finding that tells it most plainly. */
    public FindingCode code() {
        return code;
    }

    /** The column in which it shows. */
    public Field field() {
        return field;
    }
}
