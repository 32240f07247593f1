package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Cause;
import id.jembatan.domain.Field;
import id.jembatan.domain.Finding;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.RootCause;
import id.jembatan.domain.RowPlace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CauseTallyTest {

    private static final Map<FindingCode, RootCause> NUMBERS = Map.of(
            FindingCode.NIK_ROUNDED, RootCause.NIKS_AS_NUMBERS,
            FindingCode.NIK_AS_NUMBER, RootCause.NIKS_AS_NUMBERS);

    @Test
    void countsARowOnceUnderACauseWhateverChunkComesFirst() {
        CauseTally late = new CauseTally();
        late.add(5, place(6), findings(FindingCode.NIK_ROUNDED), NUMBERS, Optional.empty());
        CauseTally early = new CauseTally();
        early.add(2, place(3), findings(FindingCode.NIK_AS_NUMBER, FindingCode.AGE_ABOVE), NUMBERS, Optional.empty());
        CauseTally both = new CauseTally();

        both.add(late);
        both.add(early);

        assertEquals(
                List.of(
                        new Cause(Optional.empty(), FindingCode.AGE_ABOVE, 1, place(3), place(3), Field.BIRTH_DATE),
                        new Cause(
                                Optional.of(RootCause.NIKS_AS_NUMBERS),
                                FindingCode.NIK_ROUNDED,
                                2,
                                place(3),
                                place(6),
                                Field.NIK)),
                both.list());
    }

    @Test
    void knowsABlockOfRowsWithoutAGap() {
        CauseTally tally = new CauseTally();
        for (int row = 12; row <= 40; row++) {
            tally.add(row, place(row), findings(FindingCode.ROW_SHIFTED), Map.of(), Optional.empty());
        }

        assertTrue(tally.list().get(0).isBlock());
    }

    @Test
    void callsASlippedRowSlippedWhateverElseItsCellsAreTakenFor() {
        CauseTally tally = new CauseTally();
        tally.add(
                1,
                place(2),
                findings(FindingCode.BIRTH_DATE_MISSING, FindingCode.ROW_SHIFTED),
                Map.of(
                        FindingCode.BIRTH_DATE_MISSING, RootCause.ROWS_SHIFTED,
                        FindingCode.ROW_SHIFTED, RootCause.ROWS_SHIFTED),
                Optional.empty());

        assertEquals(
                List.of(Optional.of(FindingCode.ROW_SHIFTED)),
                tally.list().stream().map(Cause::code).toList());
    }

    @Test
    void countsARowThatShowsACommonMistakeWithoutAFinding() {
        CauseTally tally = new CauseTally();
        Optional<RootCause> exchanged = Optional.of(RootCause.NAME_AND_MOTHER_EXCHANGED);
        tally.add(1, place(2), findings(), Map.of(), exchanged);
        tally.add(2, place(3), findings(FindingCode.AGE_ABOVE), Map.of(), exchanged);

        Cause cause = tally.list().stream()
                .filter(it -> it.root().equals(exchanged))
                .findFirst()
                .orElseThrow();

        assertEquals(new Cause(exchanged, Optional.empty(), 2, place(2), place(3), Field.NAME), cause);
    }

    private static List<Finding> findings(FindingCode... codes) {
        return List.of(codes).stream().map(Finding::of).toList();
    }

    private static RowPlace place(int row) {
        return new RowPlace("Daftar", row);
    }
}
