package id.jembatan.normalise;

import id.jembatan.domain.Cell;
import id.jembatan.domain.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Rupiah a month: {@code Rp 1.250.000,00}, {@code 1250000}, {@code 1,250,000} (SPEC section 5, Wage). A point or comma
 * is a thousands mark where three digits follow it, else the decimal mark; in a number cell a point is always the
 * decimal mark. Fractions are rounded half-even to the sen.
 */
final class WageReader {
    private static final int MOST_DIGITS = 15;
    private static final int SEN = 2;

    private WageReader() {}

    static Reading<BigDecimal> read(String tidy, Cell.Kind kind) {
        String text = Digits.toAscii(Quotes.strip(tidy));
        if (text.isEmpty()) {
            return Reading.empty();
        }
        String amount = kind == Cell.Kind.NUMBER ? text : withoutCurrency(text);
        int decimalMark = kind == Cell.Kind.NUMBER ? amount.indexOf('.') : decimalMark(amount);
        String whole = decimalMark < 0 ? amount : amount.substring(0, decimalMark);
        String fraction = decimalMark < 0 ? "" : amount.substring(decimalMark + 1);
        String digits = Digits.isAll(whole) ? whole : grouped(whole);
        boolean readable = digits.length() <= MOST_DIGITS
                && !digits.isEmpty()
                && (decimalMark < 0 || (Digits.isAll(fraction) && fraction.length() <= MOST_DIGITS + MOST_DIGITS));
        return readable ? Reading.of(rupiah(digits, fraction)) : Reading.unreadable();
    }

    private static BigDecimal rupiah(String whole, String fraction) {
        BigDecimal exact = new BigDecimal(fraction.isEmpty() ? whole : whole + "." + fraction);
        BigDecimal money = exact.setScale(SEN, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return money.scale() < 0 ? money.setScale(0) : money;
    }

    /** Without {@code Rp}, {@code Rp.}, {@code IDR} before it and {@code ,-} behind it. */
    private static String withoutCurrency(String text) {
        String amount = text;
        String upper = amount.length() > 3 ? amount.substring(0, 3).toUpperCase(Locale.ROOT) : "";
        if (upper.startsWith("RP")) {
            amount = amount.substring(2);
        } else if (upper.equals("IDR")) {
            amount = amount.substring(3);
        }
        if (amount.length() < text.length() && amount.startsWith(".")) {
            amount = amount.substring(1);
        }
        if (amount.endsWith(",-") || amount.endsWith(".-")) {
            amount = amount.substring(0, amount.length() - 2);
        }
        return amount.strip();
    }

    /** Where the decimals begin; -1 when all marks divide thousands. */
    private static int decimalMark(String amount) {
        int last = Math.max(amount.lastIndexOf('.'), amount.lastIndexOf(','));
        if (last < 0) {
            return -1;
        }
        char mark = amount.charAt(last);
        boolean alone = amount.indexOf(mark) == last;
        boolean thousands = amount.length() - last - 1 == 3;
        return alone && !thousands ? last : -1;
    }

    /** The digits of groups of three, all divided by the same mark or blank; "" when they are not. */
    private static String grouped(String whole) {
        StringBuilder digits = new StringBuilder(whole.length());
        char mark = 0;
        int run = Digits.countFrom(whole, 0);
        if (run < 1 || run > 3) {
            return "";
        }
        digits.append(whole, 0, run);
        int i = run;
        while (i < whole.length()) {
            char c = whole.charAt(i);
            boolean same = (c == '.' || c == ',' || c == ' ') && (mark == 0 || mark == c);
            if (!same || Digits.countFrom(whole, i + 1) != 3) {
                return "";
            }
            mark = c;
            digits.append(whole, i + 1, i + 4);
            i += 4;
        }
        return digits.toString();
    }
}
