package id.jembatan.domain;

import java.util.Optional;

/**
 * One mistake in the making of a list from which many findings follow, and which one action repairs for all its rows. A
 * finding that follows from none of these is its own cause.
 */
public enum RootCause {
    /** Birth dates are written with the month first. */
    MONTH_FIRST_DATES(FindingCode.BIRTH_DATE_MONTH_FIRST, Field.BIRTH_DATE),
    /** NIKs were numbers when the list was made or sent, and lost their last digit. */
    NIKS_AS_NUMBERS(FindingCode.NIK_ROUNDED, Field.NIK),
    /** NIKs were numbers, and only the short form in which Excel showed them was saved. */
    NIKS_SHORTENED(FindingCode.NIK_SCIENTIFIC, Field.NIK),
    /** The list comes from an export that hides part of each NIK. */
    NIKS_MASKED(FindingCode.NIK_NOT_DIGITS, Field.NIK),
    /** A repaired list came back with the question marks for the last digits still in it. */
    LAST_DIGITS_OPEN(FindingCode.NIK_NOT_DIGITS, Field.NIK),
    /** The NIK column holds the numbers of the family cards. */
    FAMILY_CARDS_AS_NIKS(FindingCode.NIK_IS_FAMILY_CARD, Field.NIK),
    /** The NIK column holds numbers as long as a KPJ, and no column has the NIKs. */
    KPJS_AS_NIKS(FindingCode.NIK_LENGTH, Field.NIK),
    /** The NIK stands in the KPJ's column, and the KPJ in the NIK's. */
    NIK_AND_KPJ_EXCHANGED(FindingCode.NIK_KPJ_SWAPPED, Field.NIK),
    /** The mother's name stands in the column of the names, and the name in hers; no finding of a row tells it. */
    NAME_AND_MOTHER_EXCHANGED(Field.NAME),
    /** Cells stand beside their columns, so that nothing in the row means what its header says. */
    ROWS_SHIFTED(FindingCode.ROW_SHIFTED, Field.NIK);

    private final Optional<FindingCode> code;
    private final Field field;

    RootCause(FindingCode code, Field field) {
        this.code = Optional.of(code);
        this.field = field;
    }

    RootCause(Field field) {
        this.code = Optional.empty();
        this.field = field;
    }

    /** The finding that tells it most plainly; empty where only the row as a whole does. */
    public Optional<FindingCode> code() {
        return code;
    }

    /** The column in which it shows. */
    public Field field() {
        return field;
    }
}
