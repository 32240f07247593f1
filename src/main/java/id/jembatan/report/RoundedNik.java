package id.jembatan.report;

/** A NIK whose last digit a spreadsheet has lost, as it goes back: the digit must not look as if it could be trusted. */
final class RoundedNik {

    private static final int DIGITS = 16;

    private RoundedNik() {}

    /** {@code 920301120580000?}; a text that holds no 16 digits only loses its last digit to the question mark. */
    static String withoutLastDigit(String text) {
        String whole = text.strip().replaceFirst("[.,]0+$", "");
        StringBuilder digits = new StringBuilder(DIGITS);
        whole.codePoints().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        if (digits.length() == DIGITS) {
            return digits.substring(0, DIGITS - 1) + "?";
        }
        return whole.replaceFirst("\\p{Nd}(\\P{Nd}*)$", "?$1");
    }
}
