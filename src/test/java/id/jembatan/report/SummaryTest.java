package id.jembatan.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.Refusal;
import id.jembatan.domain.RepairTally;
import id.jembatan.domain.Reply;
import id.jembatan.domain.RowCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private final Summary summary = new Summary(ReportSamples.messages("id"));

    @Test
    void saysOfATakenDropAllThatTheSpecificationNames() throws IOException {
        assertGolden("taken.json", ReportSamples.taken(), Optional.of(new RepairTally(5, 2, 1, 9)));
    }

    @Test
    void saysWhenASeenDropCameFirstAndHowManyRowsWouldBeJudgedOtherwise() throws IOException {
        assertGolden("seen.json", ReportSamples.seen(), Optional.empty());
    }

    @Test
    void saysWhyADropWasRefused() throws IOException {
        assertGolden("refused.json", ReportSamples.refused(), Optional.empty());
    }

    private void assertGolden(String name, Reply reply, Optional<RepairTally> list) throws IOException {
        String json = Summary.layout().writeValueAsString(summary.of(reply, list, ReportSamples.FAKFAK));

        assertEquals(Files.readString(ReportSamples.SPECS.resolve(name)), json + "\n");
    }

    @Test
    void refusesToBeWrittenWhenTheRowsDoNotBalance() {
        Reply sound = ReportSamples.taken();
        Reply unsound = new Reply(
                sound.receipt(),
                sound.status(),
                sound.refusal(),
                sound.regencyName(),
                sound.programmeName(),
                new RowCounts(3, Map.of(Outcome.ACCEPTED, 2L)),
                sound.reading(),
                sound.places(),
                0,
                sound.rules());

        IllegalStateException refusal = assertThrows(
                IllegalStateException.class, () -> summary.of(unsound, Optional.empty(), ReportSamples.FAKFAK));

        assertEquals("control total: expected outcomes for 3 rows, found 2", refusal.getMessage());
    }

    @Test
    void namesEachDetailOfARefusalWhereTheSentenceDoes() {
        assertEquals(
                "Berkas rusak pada baris 12, kolom 3.",
                ReportSamples.messages("id")
                        .sentence(new Refusal(FindingCode.FILE_BROKEN, List.of("json", "12", "3"))));
    }
}
