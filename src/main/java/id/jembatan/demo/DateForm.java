package id.jembatan.demo;

import java.time.LocalDate;
import java.util.List;

/** The ways in which clerks write a day; all of them are read day first. */
enum DateForm {
    /** A date cell in a workbook, {@code 12/05/1980} elsewhere. */
    CELL,
    DASHES,
    SLASHES,
    SHORT,
    DOTS,
    WORDS,
    SHORT_WORDS,
    ISO,
    DIGITS;

    private static final List<String> MONTHS = List.of(
            "Januari",
            "Pebruari",
            "Maret",
            "April",
            "Mei",
            "Juni",
            "Juli",
            "Agustus",
            "September",
            "Oktober",
            "Nopember",
            "Desember");
    private static final List<String> SHORT_MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des");

    String write(LocalDate date) {
        int day = date.getDayOfMonth();
        int month = date.getMonthValue();
        int year = date.getYear();
        return switch (this) {
            case DASHES -> two(day) + "-" + two(month) + "-" + year;
            case CELL, SLASHES -> two(day) + "/" + two(month) + "/" + year;
            case SHORT -> day + "/" + month + "/" + two(year % 100);
            case DOTS -> two(day) + "." + two(month) + "." + year;
            case WORDS -> day + " " + MONTHS.get(month - 1) + " " + year;
            case SHORT_WORDS -> day + " " + SHORT_MONTHS.get(month - 1) + " " + year;
            case ISO -> date.toString();
            case DIGITS -> two(day) + two(month) + year;
        };
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
