package id.jembatan.domain;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Money and counts as people read them: {@code Rp 2.016.000.000} and {@code 10.000} in Indonesian, commas in English. */
public final class Rupiah {

    private Rupiah() {}

    /**
     * An amount; a part of a rupiah is shown where there is one.
     *
     * @param language {@code id} or {@code en}, as {@link Messages#language()}
     */
    public static String text(BigDecimal amount, String language) {
        BigDecimal exact = amount.abs();
        BigInteger whole = exact.toBigInteger();
        BigDecimal rest = exact.subtract(new BigDecimal(whole)).stripTrailingZeros();
        String decimals = rest.signum() == 0
                ? ""
                : decimalMark(language) + rest.toPlainString().substring(2);
        return (amount.signum() < 0 ? "-" : "") + "Rp " + grouped(whole.toString(), language) + decimals;
    }

    /** A count of people or months. */
    public static String count(long count, String language) {
        String digits = Long.toString(count);
        return count < 0 ? "-" + grouped(digits.substring(1), language) : grouped(digits, language);
    }

    private static String grouped(String digits, String language) {
        char mark = language.equals("en") ? ',' : '.';
        StringBuilder text = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            text.insert(at, mark);
        }
        return text.toString();
    }

    private static char decimalMark(String language) {
        return language.equals("en") ? '.' : ',';
    }
}
