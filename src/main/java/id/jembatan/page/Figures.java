package id.jembatan.page;

import id.jembatan.domain.Messages;
import id.jembatan.domain.Rupiah;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, money, times, ages and sizes as the reader of a page writes them. */
public final class Figures {

    private static final long KILO = 1_000;

    private final Messages messages;
    private final Locale locale;

    public Figures(Messages messages) {
        this.messages = messages;
        this.locale = Locale.forLanguageTag(messages.language());
    }

    /** {@code 10.000}, in English {@code 10,000}. */
    public String count(long number) {
        return Rupiah.count(number, messages.language());
    }

    /** {@code Rp 2.016.000.000}, and the part of a rupiah where there is one. */
    public String rupiah(BigDecimal amount) {
        return Rupiah.text(amount, messages.language());
    }

    /** {@code 3 April 2025}. */
    public String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM uuuu", locale));
    }

    /** {@code April 2025}. */
    public String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("MMMM uuuu", locale));
    }

    /** {@code April}, where the year stands elsewhere. */
    public String monthName(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("MMMM", locale));
    }

    /** {@code Apr}, where the year stands elsewhere. */
    public String shortMonth(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("MMM", locale));
    }

    /** {@code 12,5 %} of the whole, to a tenth; of nothing, a dash. */
    public String share(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        BigDecimal percent = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        return NumberFormat.getNumberInstance(locale).format(percent) + " %";
    }

    /** {@code 3 April 2025 pukul 08.15 WIT}. */
    public String moment(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        return messages.get(
                "figures.moment",
                day(local.toLocalDate()),
                local.format(DateTimeFormatter.ofPattern(messages.get("figures.moment.time"), locale)),
                zone(zone));
    }

    /** How long ago, in the largest unit that fits; nothing is less than a moment ago. */
    public String age(Instant since, Instant now) {
        Duration age = Duration.between(since, now);
        if (age.toDays() > 0) {
            return messages.get("figures.age.days", count(age.toDays()));
        }
        if (age.toHours() > 0) {
            return messages.get("figures.age.hours", count(age.toHours()));
        }
        return age.toMinutes() > 0
                ? messages.get("figures.age.minutes", count(age.toMinutes()))
                : messages.get("figures.age.now");
    }

    /** {@code 12 KB}. */
    public String size(long bytes) {
        if (bytes < KILO) {
            return count(bytes) + " B";
        }
        return bytes < KILO * KILO ? count(bytes / KILO) + " KB" : count(bytes / (KILO * KILO)) + " MB";
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
