package id.jembatan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A programme in one calendar year, for who answers for its money.
 *
 * @param day on which it is told: of the year that runs, the months until then
 * @param months of the year in which the programme runs, oldest first
 * @param issued the contribution lists of the year that were issued
 * @param lists that came in the year
 * @param cards that came in the year
 * @param places as they stand on the day
 */
public record ProgrammeYear(
        Regency regency,
        Programme programme,
        int year,
        LocalDate day,
        List<CoveredMonths.Month> months,
        List<IuranFigures> issued,
        ListTally lists,
        DayCounts cards,
        Places places) {

    public ProgrammeYear {
        months = List.copyOf(months);
        issued = List.copyOf(issued);
    }

    /** What the months of the year cost, as it is known now. */
    public Contribution cost() {
        return months.stream().map(CoveredMonths.Month::cost).reduce(Contribution.NONE, Contribution::plus);
    }

    /** What the lists of the year asked for, corrections included; empty where none was issued. */
    public Optional<BigDecimal> due() {
        return issued.stream().map(list -> list.due().total()).reduce(BigDecimal::add);
    }

    /** How many people joined in the year. */
    public long joined() {
        return months.stream().mapToLong(CoveredMonths.Month::joined).sum();
    }

    /** How many left in the year. */
    public long left() {
        return months.stream().mapToLong(CoveredMonths.Month::left).sum();
    }

    /** Of its last month; 0 where there is none yet. */
    public long people() {
        return months.isEmpty() ? 0 : months.get(months.size() - 1).people();
    }
}
