package id.jembatan.outbound;

import id.jembatan.domain.Batch;
import id.jembatan.domain.EnrolmentLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One person as the cells of a file, in the profile's order, form and codes. */
final class CellValue {

    private static final Pattern PHONE = Pattern.compile("\\+[0-9]+");
    private static final Pattern FORMULA_START = Pattern.compile("^[=+\\-@\\t\\r]+");

    /** How a number may be written: {@code 1250000}, {@code 1.250.000}, {@code 1250000.00}, {@code 1250000,00}. */
    static final List<String> NUMBER_FORMS = List.of("plain", "grouped", "point-00", "comma-00");

    private CellValue() {}

    static List<String> of(Profile profile, Batch batch, EnrolmentLine line) {
        List<String> cells = new ArrayList<>(profile.columns().size());
        for (Profile.Column column : profile.columns()) {
            String value = column.source().reader().read(batch, line);
            String formed = value.isEmpty() ? value : form(profile, column, value);
            String coded = profile.codes()
                    .getOrDefault(column.source().name(), Map.of())
                    .getOrDefault(formed, formed);
            cells.add(harmless(coded));
        }
        return cells;
    }

    private static String form(Profile profile, Profile.Column column, String value) {
        return switch (column.source().kind()) {
            case TEXT -> value;
            case DATE ->
                LocalDate.parse(value).format(column.form().map(Profile::form).orElse(profile.dateForm()));
            case NUMBER -> number(value, column.form().orElse("plain"));
            case PHONE ->
                column.form().filter("local"::equals).isPresent() && value.startsWith("+62")
                        ? "0" + value.substring(3)
                        : value;
        };
    }

    private static String number(String value, String form) {
        String[] parts = new BigDecimal(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString()
                .split("\\.", -1);
        return switch (form) {
            case "grouped" -> parts[0].replaceAll("(?<=\\d)(?=(\\d{3})+$)", ".");
            case "point-00" -> String.join(".", parts);
            case "comma-00" -> String.join(",", parts);
            default -> value;
        };
    }

    /**
     * Normalising leaves no text that a spreadsheet would take for a formula; what came another way loses its first
     * signs here. A phone number keeps its plus: a sign and digits are a number to a spreadsheet and can call nothing.
     */
    private static String harmless(String value) {
        return PHONE.matcher(value).matches()
                ? value
                : FORMULA_START.matcher(value).replaceFirst("");
    }
}
