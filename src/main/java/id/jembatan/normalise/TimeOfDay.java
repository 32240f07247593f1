package id.jembatan.normalise;

import java.util.Locale;
import java.util.Set;

/** The time of day that a program left behind a date: {@code 00:00:00}, {@code T07:30:00.000Z}, {@code 12:00 AM}. */
final class TimeOfDay {
    private static final Set<String> AFTER = Set.of("", "AM", "PM", "A.M.", "P.M.", "Z", "WIB", "WITA", "WIT");

    private TimeOfDay() {}

    /** Whether the text from there on is nothing, a full stop, or a time of day. */
    static boolean isRest(String text, int from) {
        if (from == text.length() || (from == text.length() - 1 && text.charAt(from) == '.')) {
            return true;
        }
        char first = text.charAt(from);
        return (first == ' ' || first == 'T' || first == 't' || first == ',')
                && isTime(text.substring(from + 1).strip());
    }

    private static boolean isTime(String time) {
        int hour = Digits.countFrom(time, 0);
        if (hour < 1 || hour > 2 || Digits.number(time, 0, hour) > 24) {
            return false;
        }
        int end = sixtieth(time, hour);
        if (end == hour) {
            return false;
        }
        end = sixtieth(time, end);
        if (end < time.length() && (time.charAt(end) == '.' || time.charAt(end) == ',')) {
            end += 1 + Digits.countFrom(time, end + 1);
        }
        String after = time.substring(end).strip().toUpperCase(Locale.ROOT);
        return AFTER.contains(after) || after.startsWith("+") || after.startsWith("-");
    }

    /** Past a mark and two digits of a minute or second; where it was when there are none. */
    private static int sixtieth(String time, int at) {
        boolean marked = at < time.length() && (time.charAt(at) == ':' || time.charAt(at) == '.');
        boolean fits = marked && Digits.countFrom(time, at + 1) == 2 && Digits.number(time, at + 1, at + 3) < 60;
        return fits ? at + 3 : at;
    }
}
