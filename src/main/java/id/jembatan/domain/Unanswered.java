package id.jembatan.domain;

import java.time.LocalDate;

/**
 * Lines of a batch that its branch has not answered, of people who are still in the programme.
 *
 * @param day the business date of the batch
 */
public record Unanswered(String batch, String branch, ProgrammeKey programme, LocalDate day, long lines) {

    /** How long they have waited. */
    public long days(LocalDate today) {
        return Math.max(0, day.until(today, java.time.temporal.ChronoUnit.DAYS));
    }
}
