package id.jembatan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * The sums of one month's contribution list, as they were when it was issued (SPEC section 8, {@code iuran}).
 *
 * @param issuedOn the business date
 * @param covered people whose protection is paid in the month
 * @param joined of them, who were not covered in the month before
 * @param left who were covered in the month before and no longer are
 * @param refused who had been listed and was refused by the branch since the list before
 * @param monthly what the month costs
 * @param corrections of months that were issued before, oldest first
 * @param billed all lists together, this one included
 * @param toCome what those who are covered cost after this month, to the programme's end
 * @param budget empty where the programme has none
 */
public record IuranFigures(
        YearMonth month,
        LocalDate issuedOn,
        long covered,
        long joined,
        long left,
        long refused,
        Contribution monthly,
        List<Correction> corrections,
        BigDecimal billed,
        BigDecimal toCome,
        Optional<BigDecimal> budget) {

    public IuranFigures {
        corrections = List.copyOf(corrections);
    }

    /**
     * What is now known otherwise of an earlier month.
     *
     * @param people how many more, or fewer
     * @param amount what they cost in that month
     */
    public record Correction(YearMonth month, long people, Contribution amount) {}

    /** Whether anything is now known otherwise of an earlier month. */
    public boolean hasCorrections() {
        return !corrections.isEmpty();
    }

    /** What is to be paid by this list. */
    public Contribution due() {
        Contribution due = monthly;
        for (Correction correction : corrections) {
            due = due.plus(correction.amount());
        }
        return due;
    }

    /** What is left of the budget when everything is paid; negative when it does not reach; empty without a budget. */
    public Optional<BigDecimal> budgetLeft() {
        return budget.map(all -> all.subtract(billed).subtract(toCome));
    }
}
