package id.jembatan.pipeline;

import id.jembatan.domain.Chunk;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.OperatorNeeded;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.Programme;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.Worker;
import id.jembatan.domain.Workspace;
import id.jembatan.intake.Archive;
import id.jembatan.read.DropReader;
import id.jembatan.stage.Replay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;

/** The people whose outcomes a rebuild replays, from the bytes that the archive keeps. */
final class ArchivedPeople implements Replay.People {

    private final Receipt receipt;
    private final SurveyedDrop drop;
    private final SurveyedDrop.Chunks chunks;
    private Optional<RowJudge> judge = Optional.empty();
    private Iterator<RawRow> rows = Collections.emptyIterator();
    private Optional<RawRow> row = Optional.empty();

    private ArchivedPeople(Receipt receipt, SurveyedDrop drop) {
        this.receipt = receipt;
        this.drop = drop;
        this.chunks = drop.chunks();
        advance();
    }

    /**
     * Proves the bytes by their hash, and finds their tables.
     *
     * @throws OperatorNeeded when they are gone, are not what was received, or cannot be read by those rules any more
     */
    static ArchivedPeople open(LoggedDrop logged, Workspace workspace, RuleSet rules, DropReader reader) {
        Receipt receipt = logged.receipt();
        Programme programme = receipt.programme()
                .flatMap(rules.book().agreements()::findProgramme)
                .orElseThrow(() -> new OperatorNeeded(
                        "rebuild.no-programme",
                        receipt.id(),
                        receipt.programme().map(Object::toString).orElse("-")));
        Path bytes = workspace.archived(receipt.day(), receipt.sha256());
        prove(receipt, bytes);
        try {
            return new ArchivedPeople(
                    receipt, SurveyedDrop.survey(reader, workspace, receipt, programme, receipt.day(), rules));
        } catch (DropRefused refused) {
            throw new OperatorNeeded("rebuild.refused-today", receipt.id(), refused.code());
        }
    }

    private static void prove(Receipt receipt, Path bytes) {
        try {
            if (!Files.exists(bytes)) {
                throw new OperatorNeeded("rebuild.archive-gone", receipt.id(), bytes);
            }
            if (!Archive.hash(bytes).equals(receipt.sha256())) {
                throw new OperatorNeeded("rebuild.archive-damaged", receipt.id(), bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void advance() {
        while (!rows.hasNext() && chunks.hasNext()) {
            Chunk chunk = chunks.next();
            judge = Optional.of(drop.judgeOf(chunk));
            rows = chunk.rows().iterator();
        }
        row = rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    }

    /** Rows that today's program finds besides were not rows then: they are passed over. */
    @Override
    public JudgedRow with(JudgedRow known, Outcome outcome) {
        if (outcome == Outcome.REJECTED) {
            return known;
        }
        while (row.filter(found -> isBefore(found, known)).isPresent()) {
            advance();
        }
        Worker worker = row.filter(found -> found.sheet() == known.sheet() && found.row() == known.row())
                .flatMap(found -> judge.orElseThrow().findPerson(found))
                .orElseThrow(() -> new OperatorNeeded("rebuild.person-gone", receipt.id(), known.row()));
        Optional<BigDecimal> base = known.base().or(worker::wage);
        return new JudgedRow(
                known.position(),
                known.sheet(),
                known.row(),
                known.codes(),
                Optional.of(worker),
                base,
                known.repairs(),
                known.leaving(),
                Optional.empty());
    }

    private static boolean isBefore(RawRow found, JudgedRow known) {
        return found.sheet() < known.sheet() || (found.sheet() == known.sheet() && found.row() < known.row());
    }

    @Override
    public void close() {
        chunks.close();
    }
}
