package id.jembatan.enrol;

import id.jembatan.domain.Contribution;
import id.jembatan.domain.Contributions;
import id.jembatan.domain.IuranFigures;
import id.jembatan.domain.IuranLedger;
import id.jembatan.domain.IuranLedger.Span;
import id.jembatan.domain.Programme;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Issues a programme's contribution lists month by month. Who is covered is who was sent to the branch, from the month of
 * the batch to the programme's end or the month of the own end; who was refused is not. A list that was issued stays as
 * it is: what turns out otherwise is a difference in the next one. After the programme's last month a list has nothing but
 * such differences.
 */
public final class MonthlyIuran {

    private final Contributions contributions;
    private final Programme programme;
    private final LocalDate day;
    private final YearMonth end;

    /** To issue under the business date. */
    public MonthlyIuran(Contributions contributions, Programme programme, LocalDate day) {
        this.contributions = contributions;
        this.programme = programme;
        this.day = day;
        this.end = programme.endOn(day);
    }

    /** Issues what is not yet issued up to the month, oldest first; nothing while nobody is covered. */
    public List<IuranFigures> issueUpTo(YearMonth month, IuranLedger ledger) {
        Optional<YearMonth> next = ledger.findLastIssued()
                .map(last -> last.plusMonths(1))
                .or(() -> ledger.findFirstCovered(programme.start()));
        List<IuranFigures> issued = new ArrayList<>();
        if (next.isEmpty()) {
            return issued;
        }
        YearMonth last = month.isAfter(end) ? end : month;
        for (YearMonth due = next.get(); !due.isAfter(last); due = due.plusMonths(1)) {
            issued.add(issue(due, ledger));
        }
        return issued;
    }

    /**
     * Issues what turned out otherwise since the last list of a programme that is over, under a month after its last one;
     * nothing where that month has a list, or a later one has. It may hold no correction: then it is not to be kept.
     */
    public List<IuranFigures> issueDifferences(YearMonth month, IuranLedger ledger) {
        return month.isAfter(end)
                        && ledger.findLastIssued().filter(month::isAfter).isPresent()
                ? List.of(issue(month, ledger))
                : List.of();
    }

    private IuranFigures issue(YearMonth month, IuranLedger ledger) {
        boolean over = month.isAfter(end);
        ledger.bring(month, programme.start());
        Sums sums = new Sums(month);
        if (!over) {
            ledger.forEachCovered(month, sums::add);
        }
        List<IuranFigures.Correction> corrections = corrections(month, ledger);
        BigDecimal billed = ledger.sumBilled().add(sums.monthly.total());
        for (IuranFigures.Correction correction : corrections) {
            billed = billed.add(correction.amount().total());
        }
        IuranFigures figures = new IuranFigures(
                month,
                day,
                sums.people,
                over ? 0 : ledger.countJoined(month),
                over ? 0 : ledger.countLeft(month),
                ledger.countRefused(month),
                sums.monthly,
                corrections,
                billed,
                sums.toCome,
                programme.budgetOn(day));
        ledger.close(figures, programme.start());
        return figures;
    }

    private List<IuranFigures.Correction> corrections(YearMonth month, IuranLedger ledger) {
        Map<YearMonth, IuranFigures.Correction> byMonth = new TreeMap<>();
        YearMonth firstIssued = ledger.findFirstIssued().orElse(month);
        YearMonth lastIssued = month.isAfter(end) ? end : month.minusMonths(1);
        ledger.forEachChange(month, span -> {
            YearMonth last =
                    span.last().filter(known -> known.isBefore(lastIssued)).orElse(lastIssued);
            YearMonth first = span.first().isBefore(firstIssued) ? firstIssued : span.first();
            for (YearMonth each = first; !each.isAfter(last); each = each.plusMonths(1)) {
                byMonth.merge(
                        each,
                        new IuranFigures.Correction(
                                each,
                                span.people(),
                                contributions
                                        .monthly(programme, span.base(), each)
                                        .times(span.people())),
                        MonthlyIuran::plus);
            }
        });
        return byMonth.values().stream()
                .filter(correction ->
                        correction.people() != 0 || correction.amount().total().signum() != 0)
                .toList();
    }

    private static IuranFigures.Correction plus(IuranFigures.Correction one, IuranFigures.Correction other) {
        return new IuranFigures.Correction(
                one.month(), one.people() + other.people(), one.amount().plus(other.amount()));
    }

    /** What those who are covered cost in the month, and after it. */
    private final class Sums {

        private final YearMonth month;
        private long people;
        private Contribution monthly = Contribution.NONE;
        private BigDecimal toCome = BigDecimal.ZERO;

        Sums(YearMonth month) {
            this.month = month;
        }

        void add(Span span) {
            people += span.people();
            monthly = monthly.plus(
                    contributions.monthly(programme, span.base(), month).times(span.people()));
            YearMonth last = span.last().filter(known -> known.isBefore(end)).orElse(end);
            toCome = toCome.add(contributions
                    .over(programme, span.base(), month.plusMonths(1), last)
                    .total()
                    .multiply(BigDecimal.valueOf(span.people())));
        }
    }
}
