package id.jembatan.page;

import id.jembatan.domain.Messages;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, money and times as the reader of a page writes them. */
public class Figures {

    private final Messages messages;
    private final Locale locale;

    public Figures(Messages messages) {
        this.messages = messages;
        this.locale = Locale.forLanguageTag(messages.language());
    }

    /** {@code 10.000}, in English {@code 10,000}. */
    public final String count(long number) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale)).format(number);
    }

    /** {@code Rp 2.016.000.000}, in every language as the agreements print it. */
    public final String rupiah(BigDecimal amount) {
        DecimalFormatSymbols indonesian = DecimalFormatSymbols.getInstance(Locale.ROOT);
        indonesian.setGroupingSeparator('.');
        return "Rp " + new DecimalFormat("#,##0", indonesian).format(amount);
    }

    /** {@code 3 April 2025}. */
    public final String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM uuuu", locale));
    }

    /** {@code 3 April 2025 pukul 08.15 WIT}. */
    public final String moment(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        return messages.get(
                "report.moment",
                day(local.toLocalDate()),
                local.format(DateTimeFormatter.ofPattern(messages.get("report.moment.time"), locale)),
                zone(zone));
    }

    /** The three Indonesian zones by the names that people use; another zone by its own. */
    private static String zone(ZoneId zone) {
        return switch (zone.getId()) {
            case "Asia/Jakarta", "Asia/Pontianak" -> "WIB";
            case "Asia/Makassar" -> "WITA";
            case "Asia/Jayapura" -> "WIT";
            default -> zone.getId();
        };
    }
}
