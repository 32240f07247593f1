package id.jembatan.console;

import id.jembatan.domain.Messages;
import id.jembatan.domain.Rupiah;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, money and times as the reader of a page writes them. */
final class Wording {

    private static final long KILO = 1_000;

    private final Messages messages;
    private final Locale locale;

    Wording(Messages messages) {
        this.messages = messages;
        this.locale = Locale.forLanguageTag(messages.language());
    }

    String count(long number) {
        return Rupiah.count(number, messages.language());
    }

    String rupiah(BigDecimal amount) {
        return Rupiah.text(amount, messages.language());
    }

    /** {@code 3 April 2025}. */
    String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM uuuu", locale));
    }

    /** {@code 3 April 2025 pukul 08.15 WIT}. */
    String moment(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        return messages.get(
                "report.moment",
                day(local.toLocalDate()),
                local.format(DateTimeFormatter.ofPattern(messages.get("report.moment.time"), locale)),
                zone(zone));
    }

    private static String zone(ZoneId zone) {
        return switch (zone.getId()) {
            case "Asia/Jakarta", "Asia/Pontianak" -> "WIB";
            case "Asia/Makassar" -> "WITA";
            case "Asia/Jayapura" -> "WIT";
            default -> zone.getId();
        };
    }

    /** How long ago, in the largest unit that fits; nothing is less than a moment ago. */
    String age(Instant since, Instant now) {
        Duration age = Duration.between(since, now);
        if (age.toDays() > 0) {
            return messages.get("console.age.days", count(age.toDays()));
        }
        if (age.toHours() > 0) {
            return messages.get("console.age.hours", count(age.toHours()));
        }
        return age.toMinutes() > 0
                ? messages.get("console.age.minutes", count(age.toMinutes()))
                : messages.get("console.age.now");
    }

    /** {@code 12 KB}. */
    String size(long bytes) {
        if (bytes < KILO) {
            return count(bytes) + " B";
        }
        return bytes < KILO * KILO ? count(bytes / KILO) + " KB" : count(bytes / (KILO * KILO)) + " MB";
    }
}
