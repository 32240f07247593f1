package id.jembatan.read;

/** Which number formats show a date ([ECMA-376] 18.8.30 and 18.8.31). */
final class DateFormats {

    private DateFormats() {}

    /** The formats that every workbook knows without spelling them out. */
    static boolean isBuiltInDate(String id) {
        int number;
        try {
            number = Integer.parseInt(id);
        } catch (NumberFormatException e) {
            // no number, no built-in format
            return false;
        }
        return (number >= 14 && number <= 22)
                || (number >= 27 && number <= 36)
                || (number >= 45 && number <= 47)
                || (number >= 50 && number <= 58);
    }

    /** Asks the format's first section, for positive numbers, with all that is shown as it stands taken away. */
    static boolean isDate(String code) {
        boolean date = false;
        char last = ' ';
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            switch (c) {
                case ';' -> {
                    return date;
                }
                case '"' -> i = closing(code, i, '"');
                // a colour, a condition, a currency, a language, an elapsed time
                case '[' -> i = closing(code, i, ']');
                // what follows is shown as it stands, is a width, or fills the cell
                case '\\', '_', '*' -> i++;
                case '#', '?', '@' -> {
                    return false;
                }
                case '0' -> {
                    // the fraction of a second is the only digit in a date
                    if (last != '.' || !date) {
                        return false;
                    }
                    continue;
                }
                case 'd', 'D', 'm', 'M', 'y', 'Y', 'h', 'H' -> date = true;
                default -> {
                    // separators, seconds, AM/PM
                }
            }
            last = c;
        }
        return date;
    }

    private static int closing(String code, int from, char bracket) {
        int at = code.indexOf(bracket, from + 1);
        return at < 0 ? code.length() : at;
    }
}
