package id.jembatan.peers.rules;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts as they are kept: single blanks, and nothing where somebody wrote that there is nothing. */
final class Texts {

    private static final Pattern BLANKS = Pattern.compile("\\s{2,}");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");
    private static final Set<String> NOTHING = Set.of(
            "-", "--", ".", "N/A", "NULL", "#N/A", "TIDAK ADA", "BELUM ADA", "TIDAK PUNYA", "NIHIL", "?", "KOSONG");

    private Texts() {}

    static String tidy(String raw) {
        String text = BLANKS.matcher(raw.strip()).replaceAll(" ");
        return NOTHING.contains(text.toUpperCase(Locale.ROOT)) ? "" : text;
    }

    /** {@code +62…} of any of the ways in which a number is written. */
    static String phone(String tidy) {
        String digits = NO_DIGIT.matcher(tidy).replaceAll("");
        if (digits.startsWith("62")) {
            digits = digits.substring(2);
        } else if (digits.startsWith("0")) {
            digits = digits.substring(1);
        }
        return digits.isEmpty() ? "" : "+62" + digits;
    }

    /** L or P; by the NIK, whose day is 40 higher for women, where the cell does not tell. */
    static String sex(String tidy, long nik) {
        return switch (tidy.toUpperCase(Locale.ROOT)) {
            case "L", "LK", "LAKI-LAKI", "PRIA", "1" -> "L";
            case "P", "PR", "PEREMPUAN", "WANITA", "2" -> "P";
            default -> nik / 100_000_000 % 100 > 40 ? "P" : "L";
        };
    }
}
