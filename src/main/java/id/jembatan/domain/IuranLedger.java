package id.jembatan.domain;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Consumer;

/** A programme's contribution lists as whoever issues the next one sees them, inside one transaction. */
public interface IuranLedger {

    Optional<YearMonth> findFirstIssued();

    Optional<YearMonth> findLastIssued();

    /** The first month in which anybody is covered. */
    Optional<YearMonth> findFirstCovered(YearMonth start);

    /** Brings the lines to what the register knows of the month and those before it. */
    void bring(YearMonth month, YearMonth start);

    /** Those who are covered in the month, by what they cost and to when. */
    void forEachCovered(YearMonth month, Consumer<Span> action);

    long countJoined(YearMonth month);

    long countLeft(YearMonth month);

    long countRefused(YearMonth month);

    /** What the month's list knows otherwise of the months before it; taken back is negative. */
    void forEachChange(YearMonth month, Consumer<Span> action);

    /** All lists that were issued. */
    BigDecimal sumBilled();

    /** The list of the month is issued. */
    void close(IuranFigures figures, YearMonth start);

    /**
     * Some people who cost the same in the same months.
     *
     * @param last empty when no end is known but the programme's
     */
    record Span(BigDecimal base, YearMonth first, Optional<YearMonth> last, long people) {}
}
