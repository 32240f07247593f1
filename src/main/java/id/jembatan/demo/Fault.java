package id.jembatan.demo;

/** What keeps a row out of the register, or makes it ask for a person. */
public enum Fault {
    /** A numeric cell that Excel cut to 15 digits; where the list has no numeric cells, 15 digits. */
    NIK_ROUNDED,
    NIK_FIFTEEN_DIGITS,
    /** The text that Excel shows: {@code 9.20301E+15}. */
    NIK_SCIENTIFIC,
    /** 1234567890123456, or one digit sixteen times. */
    NIK_FILLER,
    /** The family card's number; where the list has none, a filler. */
    NIK_FAMILY_CARD,
    NIK_NOT_KNOWN,
    BIRTH_DATE_EMPTY,
    BIRTH_DATE_UNREADABLE,
    OVER_65,
    UNDER_18,
    NAME_EMPTY,
    NOT_WORKING,
    WAGE_EMPTY,
    /** A cell too many at the front pushes the others to the right. */
    SHIFTED_ROW,
    /** Somebody of this list once more, typed otherwise: a duplicate, not an error. */
    SAME_PERSON_TWICE,
    /** Two rows: one NIK, two people. Somebody must decide. */
    TWO_PEOPLE_ONE_NIK;

    /** Whether it can befall such a list at all. */
    boolean canBefall(Calling calling) {
        return switch (this) {
            case OVER_65 -> calling.hasNoWage();
            case NOT_WORKING -> calling.isVulnerable();
            case WAGE_EMPTY -> calling == Calling.NON_ASN || calling == Calling.EMPLOYEE;
            default -> true;
        };
    }

    /** How many rows one case of it makes. */
    int rows() {
        return this == TWO_PEOPLE_ONE_NIK ? 2 : 1;
    }

    /** Whether its rows come out REJECTED. */
    boolean isRejected() {
        return this != SAME_PERSON_TWICE && this != TWO_PEOPLE_ONE_NIK;
    }
}
