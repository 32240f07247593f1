package id.jembatan.enrol;

import id.jembatan.domain.Agreements;
import id.jembatan.domain.Batch;
import id.jembatan.domain.Contribution;
import id.jembatan.domain.Contributions;
import id.jembatan.domain.EnrolmentLedger;
import id.jembatan.domain.EnrolmentLedger.Staged;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Regency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One programme's night (SPEC section 8): end what is over, let the longest-waiting into free places, freeze everybody
 * who is staged into a batch. Each step is done for all programmes before the next: who waits here may be held by a
 * programme that ends this night.
 */
public final class Enrolment {

    private final Agreements agreements;
    private final Contributions contributions;
    private final Regency regency;
    private final Programme programme;
    private final LocalDate day;

    /** To enrol the programme under the business date. */
    public Enrolment(
            Agreements agreements, Contributions contributions, Regency regency, Programme programme, LocalDate day) {
        this.agreements = agreements;
        this.contributions = contributions;
        this.regency = regency;
        this.programme = programme;
        this.day = day;
    }

    /** Who was to leave until now has left; after its last month nobody is in it any more. */
    public void endWhatIsOver(EnrolmentLedger ledger) {
        ledger.endLeaving(day);
        if (isOver()) {
            ledger.endAll(programme.endOn(day).atEndOfMonth());
        }
    }

    /** Gives free places to those who wait. */
    public void promoteWaiting(EnrolmentLedger ledger) {
        if (!isOver() && ledger.countWaiting() > 0) {
            new Promotion(agreements, contributions, programme, day).promote(ledger);
        }
    }

    /** Makes a batch of everybody who is staged; none when there is nobody to send. */
    public void freezeStaged(EnrolmentLedger ledger) {
        if (!isOver() && ledger.hasStaged()) {
            freeze(ledger);
        }
    }

    private boolean isOver() {
        return YearMonth.from(day).isAfter(programme.endOn(day));
    }

    private void freeze(EnrolmentLedger ledger) {
        YearMonth month = YearMonth.from(day);
        ledger.openBatch(
                number(ledger.countBatches(Batch.Kind.NEW, day) + 1),
                Batch.Kind.NEW,
                regency.branch(),
                programme.profile(),
                day,
                programme.monthsFrom(month, day));
        Totals totals = new Totals(month);
        ledger.forEachStaged(person -> {
            ledger.freezeLine(person);
            totals.add(person);
        });
        ledger.closeBatch(totals.people, totals.monthly, totals.total, month);
    }

    /** {@code <code>-<programme>-<yyyymmdd>-<nn>}. */
    private String number(int ordinal) {
        return String.format(
                Locale.ROOT,
                "%s-%s-%s-%02d",
                regency.code(),
                programme.key().id(),
                day.format(DateTimeFormatter.BASIC_ISO_DATE),
                ordinal);
    }

    /** What the batch's people cost together. */
    private final class Totals {

        private final YearMonth first;
        private long people;
        private Contribution monthly = Contribution.NONE;
        private BigDecimal total = BigDecimal.ZERO;

        Totals(YearMonth month) {
            this.first = month.isBefore(programme.start()) ? programme.start() : month;
        }

        void add(Staged person) {
            people++;
            monthly = monthly.plus(contributions.monthly(programme, person.base(), first));
            total = total.add(contributions
                    .over(programme, person.base(), first, programme.endOn(day))
                    .total());
        }
    }
}
