package id.jembatan.console;

import id.jembatan.domain.Messages;
import id.jembatan.page.Figures;
import java.time.Duration;
import java.time.Instant;

/** Figures, and ages and sizes. */
final class Wording extends Figures {

    private static final long KILO = 1_000;

    private final Messages messages;

    Wording(Messages messages) {
        super(messages);
        this.messages = messages;
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
