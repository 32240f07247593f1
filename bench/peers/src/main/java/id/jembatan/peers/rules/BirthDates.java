package id.jembatan.peers.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads birth dates, day first or ISO, the month as a number or by name. */
final class BirthDates {

    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[-/. ]+(\\d{1,2}|\\p{Alpha}+)[-/. ]+(\\d{4}|\\d{2})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Map<String, Integer> MONTHS = months();

    private BirthDates() {}

    /** Null for what is no date; a year of two digits is the latest that makes ten years or more. */
    static LocalDate read(String tidy, LocalDate today) {
        Matcher iso = ISO.matcher(tidy);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3), today);
        }
        Matcher dayFirst = DAY_FIRST.matcher(tidy);
        return dayFirst.matches() ? date(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1), today) : null;
    }

    private static LocalDate date(String yearText, String monthText, String dayText, LocalDate today) {
        int month = Character.isDigit(monthText.charAt(0))
                ? Integer.parseInt(monthText)
                : MONTHS.getOrDefault(monthText.toUpperCase(Locale.ROOT), 0);
        try {
            if (yearText.length() == 4) {
                return LocalDate.of(Integer.parseInt(yearText), month, Integer.parseInt(dayText));
            }
            LocalDate recent = LocalDate.of(2000 + Integer.parseInt(yearText), month, Integer.parseInt(dayText));
            return recent.isAfter(today.minusYears(10)) ? recent.minusYears(100) : recent;
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private static Map<String, Integer> months() {
        List<String> names = List.of(
                "JANUARI JANUARY JAN",
                "FEBRUARI PEBRUARI FEBRUARY FEB PEB",
                "MARET MARCH MAR",
                "APRIL APR",
                "MEI MAY",
                "JUNI JUNE JUN",
                "JULI JULY JUL",
                "AGUSTUS AUGUST AGT AGS AUG",
                "SEPTEMBER SEPT SEP",
                "OKTOBER OCTOBER OKT OCT",
                "NOVEMBER NOPEMBER NOV NOP",
                "DESEMBER DECEMBER DES DEC");
        Map<String, Integer> months = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            for (String name : names.get(i).split(" ")) {
                months.put(name, i + 1);
            }
        }
        return months;
    }
}
