package id.jembatan.enrol;

import id.jembatan.domain.Agreements;
import id.jembatan.domain.Batch;
import id.jembatan.domain.Contribution;
import id.jembatan.domain.Contributions;
import id.jembatan.domain.EnrolmentLedger;
import id.jembatan.domain.EnrolmentLedger.Staged;
import id.jembatan.domain.EnrolmentLedger.Told;
import id.jembatan.domain.PlaceReckoner;
import id.jembatan.domain.Places;
import id.jembatan.domain.PlacesTaken;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Regency;
import id.jembatan.domain.Sending;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

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
        if (programme.isTakingOn(day) && ledger.countWaiting() > 0) {
            new Promotion(agreements, contributions, programme, day).promote(ledger);
        }
    }

    /**
     * Makes a batch of everybody who is staged; none when there is nobody to send, or the programme sends later.
     *
     * @param by who makes it: somebody else must release it, where the programme asks for two
     */
    public void freezeStaged(EnrolmentLedger ledger, String by) {
        if (!isOver() && ledger.hasStaged() && maySend(ledger)) {
            freeze(ledger, Batch.Kind.NEW, by, ledger::forEachStaged);
        }
    }

    /** Makes a batch of those of whom the branch was told something else. */
    public void freezeChanged(EnrolmentLedger ledger, String by, BiPredicate<Told, Told> differs) {
        if (!isOver()) {
            freeze(ledger, Batch.Kind.CHANGE, by, action -> ledger.forEachChanged(differs, action));
        }
    }

    /** Makes a batch of those who have ended and of whom the branch does not know it. */
    public void freezeEnded(EnrolmentLedger ledger, String by) {
        if (!isOver()) {
            freeze(ledger, Batch.Kind.END, by, ledger::forEachEnded);
        }
    }

    /** In the last month that takes people nobody waits for another: there is none. */
    private boolean maySend(EnrolmentLedger ledger) {
        YearMonth month = YearMonth.from(day);
        Sending sending = programme.sending();
        if (!programme.isTakingOn(month.plusMonths(1).atDay(1))) {
            return true;
        }
        boolean sentInMonth = sending.monthly() && ledger.hasBatchIn(Batch.Kind.NEW, month);
        boolean tooFew = sending.minimum().isPresent()
                && ledger.countStaged() < sending.minimum().getAsLong();
        return !sentInMonth && !tooFew;
    }

    private boolean isOver() {
        return YearMonth.from(day).isAfter(programme.endOn(day));
    }

    private void freeze(EnrolmentLedger ledger, Batch.Kind kind, String by, Consumer<Consumer<Staged>> people) {
        Freezing batch = new Freezing(ledger, kind, by);
        people.accept(batch::add);
        batch.close();
    }

    /** {@code <code>-<programme>-<yyyymmdd>-<nn>}, with a {@code c} or {@code e} before the number of the other kinds. */
    private String number(Batch.Kind kind, int ordinal) {
        return String.format(
                Locale.ROOT,
                "%s-%s-%s-%s%02d",
                regency.code(),
                programme.key().id(),
                day.format(DateTimeFormatter.BASIC_ISO_DATE),
                kind == Batch.Kind.NEW ? "" : kind.key().substring(0, 1),
                ordinal);
    }

    /** A batch while it is filled; it begins with its first person, so that nobody makes none. */
    private final class Freezing {

        private final EnrolmentLedger ledger;
        private final Batch.Kind kind;
        private final String by;
        private final YearMonth month = YearMonth.from(day);
        private final YearMonth first = month.isBefore(programme.start()) ? programme.start() : month;
        private long people;
        private Contribution monthly = Contribution.NONE;
        private BigDecimal total = BigDecimal.ZERO;

        Freezing(EnrolmentLedger ledger, Batch.Kind kind, String by) {
            this.ledger = ledger;
            this.kind = kind;
            this.by = by;
        }

        void add(Staged person) {
            if (people == 0) {
                open();
            }
            ledger.freezeLine(person);
            people++;
            monthly = monthly.plus(contributions.monthly(programme, person.base(), first));
            if (kind != Batch.Kind.END) {
                total = total.add(contributions
                        .over(programme, person.base(), first, programme.endOn(day))
                        .total());
            }
        }

        private void open() {
            ledger.openBatch(
                    number(kind, ledger.countBatches(kind, day) + 1),
                    kind,
                    regency.branch(),
                    programme.profile(),
                    day,
                    kind == Batch.Kind.END ? 0 : programme.monthsFrom(month, day),
                    programme.sending().confirmed() ? Optional.of(by) : Optional.empty());
        }

        private PlacesTaken places() {
            PlaceReckoner reckoner = new PlaceReckoner(programme, contributions, day);
            ledger.forEachPlaced(reckoner.counting());
            Places places = reckoner.places(ledger.countWaiting());
            return new PlacesTaken(places.used(), places.quota());
        }

        void close() {
            if (people > 0) {
                ledger.closeBatch(people, monthly, total, month, places());
            }
        }
    }
}
