package id.jembatan.pipeline;

import id.jembatan.disk.Journal;
import id.jembatan.disk.Turn;
import id.jembatan.domain.OperatorNeeded;
import id.jembatan.stage.JournalOutbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Brings into {@code journal/} what transactions have recorded, before anything that rests on them is published; at the
 * start, what a kill left out.
 */
public final class JournalKeeper {

    private final Path folder;
    private final Journal journal;
    private final JournalOutbox outbox;
    private final Clock clock;
    private boolean mended;

    public JournalKeeper(Path folder, JournalOutbox outbox, Clock clock) {
        this.folder = folder;
        this.journal = new Journal(folder);
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Everything committed so far is in the journal, and on the disk, when it returns.
     *
     * @throws OperatorNeeded when this register did not write the journal: it is another one, or an older state
     */
    @SuppressWarnings("try") // the turn is held, not used
    public void bringUpToDate() throws IOException {
        try (Turn turn = Turn.take(folder.resolve(".lock"))) {
            if (!mended) {
                journal.mend(outbox.noted().map(Journal.Mark::seq).orElse(0L));
                mended = true;
            }
            Optional<Journal.Mark> end = journal.last();
            if (end.isPresent() && !outbox.wrote(end.get())) {
                throw new OperatorNeeded("register.lost", end.get().seq(), outbox.lastGiven());
            }
            long last = end.map(Journal.Mark::seq).orElse(0L);
            List<JournalOutbox.Entry> next = outbox.listAfter(last);
            while (!next.isEmpty()) {
                journal.append(
                        YearMonth.now(clock.withZone(ZoneOffset.UTC)).toString(),
                        next.stream().map(JournalOutbox.Entry::body).toList());
                last = next.get(next.size() - 1).seq();
                next = outbox.listAfter(last);
            }
            if (last > 0) {
                outbox.removeUpTo(journal.last().orElseThrow());
            }
        }
    }
}
