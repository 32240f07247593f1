package id.jembatan.pipeline;

import id.jembatan.domain.Chunk;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Programme;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.RowOutcome;
import id.jembatan.domain.Table;
import id.jembatan.domain.Workspace;
import id.jembatan.read.DropReader;
import id.jembatan.stage.RowShelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Iterator;

/** One more pass over a drop's archived bytes, each row beside what became of it. */
final class OutcomePass {

    private final Workspace workspace;
    private final DropReader reader;
    private final RowShelf rows;

    OutcomePass(Workspace workspace, DropReader reader, RowShelf rows) {
        this.workspace = workspace;
        this.reader = reader;
        this.rows = rows;
    }

    /** Shown to each row of a pass. */
    @FunctionalInterface
    interface RowVisitor {

        void see(Receipt receipt, RowJudge judge, Table table, RawRow row, RowOutcome outcome) throws IOException;
    }

    /** Shows every row of the drop, by the rules that it was read by. */
    void walk(LoggedDrop drop, RuleSet own, Programme programme, RowVisitor visitor) {
        Receipt receipt = drop.receipt();
        SurveyedDrop surveyed = survey(receipt, own, programme, receipt.day());
        rows.withOutcomes(receipt.number(), drop.sheets(), outcomes -> {
            try (SurveyedDrop.Chunks chunks = surveyed.chunks()) {
                while (chunks.hasNext()) {
                    Chunk chunk = chunks.next();
                    for (RawRow row : chunk.rows()) {
                        visitor.see(receipt, surveyed.judgeOf(chunk), tableOf(chunk), row, next(outcomes, row));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        });
    }

    private static Table tableOf(Chunk chunk) {
        return chunk.sheet().table().orElseThrow();
    }

    private static RowOutcome next(Iterator<RowOutcome> outcomes, RawRow row) {
        RowOutcome outcome = outcomes.next();
        if (outcome.place().row() != row.row()) {
            throw new IllegalStateException(
                    "second pass: expected row " + outcome.place().row() + ", found " + row.row());
        }
        return outcome;
    }

    /** Makes the first pass over a drop that those rules are to judge, as on that day. */
    SurveyedDrop survey(Receipt receipt, RuleSet rules, Programme programme, LocalDate judgedOn) {
        return SurveyedDrop.survey(reader, workspace, receipt, programme, judgedOn, rules);
    }
}
