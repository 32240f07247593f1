package id.jembatan.demo;

/** What the people of a list live from: decides occupation, sector, wage, and which faults can befall the list. */
public enum Calling {
    FARMER,
    FISHER,
    VULNERABLE,
    DISABLED,
    NON_ASN,
    VILLAGE_STAFF,
    EMPLOYEE,
    SELF_EMPLOYED;

    /** BPU: an age above 65 keeps them out. */
    boolean hasNoWage() {
        return switch (this) {
            case FARMER, FISHER, VULNERABLE, DISABLED, SELF_EMPLOYED -> true;
            case NON_ASN, VILLAGE_STAFF, EMPLOYEE -> false;
        };
    }

    /** Group {@code vulnerable}: who does not work, or is covered by another law, is kept out. */
    boolean isVulnerable() {
        return hasNoWage() && this != SELF_EMPLOYED;
    }
}
