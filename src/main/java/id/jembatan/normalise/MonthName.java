package id.jembatan.normalise;

import java.util.Locale;

/** Months as they are written in Indonesian, with the spellings of the lists, and in English. */
final class MonthName {
    static final int NONE = 0;

    private MonthName() {}

    /** 1 to 12, or {@link #NONE}. */
    static int number(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "JANUARI", "JANUARY", "JAN" -> 1;
            case "FEBRUARI", "PEBRUARI", "FEBRUARY", "FEB", "PEB" -> 2;
            case "MARET", "MARCH", "MAR", "MRT" -> 3;
            case "APRIL", "APR" -> 4;
            case "MEI", "MAY" -> 5;
            case "JUNI", "JUNE", "JUN" -> 6;
            case "JULI", "JULY", "JUL" -> 7;
            case "AGUSTUS", "AUGUST", "AGT", "AGS", "AGU", "AGUST", "AUG" -> 8;
            case "SEPTEMBER", "SEPT", "SEP" -> 9;
            case "OKTOBER", "OCTOBER", "OKT", "OCT" -> 10;
            case "NOVEMBER", "NOPEMBER", "NOV", "NOP" -> 11;
            case "DESEMBER", "DECEMBER", "DES", "DEC" -> 12;
            default -> NONE;
        };
    }
}
