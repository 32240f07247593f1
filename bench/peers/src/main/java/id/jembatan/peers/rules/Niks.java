package id.jembatan.peers.rules;

import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.regex.Pattern;

/** Cleans a NIK and says what is wrong with it. */
final class Niks {

    private static final Pattern WRAPPED = Pattern.compile("^'|^=?\"(.*)\"$");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[ .,-]+(?=\\d)");
    private static final Pattern SIXTEEN = Pattern.compile("\\d{16}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+[.,]?\\d*[eE][+-]?\\d+");
    private static final Pattern FILLER = Pattern.compile("(\\d)\\1{15}|1234567890123456");
    private static final int[] LONGEST = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private final Set<String> regencies;
    private final LocalDate today;

    Niks(Set<String> regencies, LocalDate today) {
        this.regencies = Set.copyOf(regencies);
        this.today = today;
    }

    static String clean(String tidy) {
        if (SIXTEEN.matcher(tidy).matches()) {
            return tidy;
        }
        String bare = WRAPPED.matcher(tidy).replaceAll("$1");
        return SCIENTIFIC.matcher(bare).matches()
                ? bare
                : BETWEEN_DIGITS.matcher(bare).replaceAll("");
    }

    /** The first code that applies; empty for a good NIK. */
    String fault(String nik, String familyCard) {
        if (nik.isEmpty() || nik.equals("0")) {
            return "NIK_MISSING";
        }
        if (SCIENTIFIC.matcher(nik).matches()) {
            return "NIK_SCIENTIFIC";
        }
        if (!DIGITS.matcher(nik).matches()) {
            return "NIK_NOT_DIGITS";
        }
        if (nik.length() != 16) {
            return "NIK_LENGTH";
        }
        if (nik.equals(familyCard)) {
            return "NIK_IS_FAMILY_CARD";
        }
        if (FILLER.matcher(nik).matches()) {
            return "NIK_FILLER";
        }
        if (!regencies.contains(nik.substring(0, 4))) {
            return "NIK_AREA";
        }
        if (!hasDate(nik)) {
            return "NIK_DATE";
        }
        return nik.endsWith("0000") ? "NIK_SERIAL" : "";
    }

    /** DDMMYY in 19YY, or in 20YY up to today. */
    private boolean hasDate(String nik) {
        int day = Integer.parseInt(nik, 6, 8, 10) % 40;
        int month = Integer.parseInt(nik, 8, 10, 10);
        int year = Integer.parseInt(nik, 10, 12, 10);
        if (Integer.parseInt(nik, 6, 8, 10) > 71 || month < 1 || month > 12 || day < 1 || day > LONGEST[month - 1]) {
            return false;
        }
        return isIn(1900 + year, month, day)
                || (isIn(2000 + year, month, day)
                        && !LocalDate.of(2000 + year, month, day).isAfter(today));
    }

    private static boolean isIn(int year, int month, int day) {
        return month != 2 || day < 29 || Year.isLeap(year);
    }
}
