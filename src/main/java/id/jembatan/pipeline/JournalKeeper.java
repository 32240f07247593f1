package id.jembatan.pipeline;

import id.jembatan.disk.Journal;
import id.jembatan.disk.Turn;
import id.jembatan.stage.JournalOutbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Brings into {@code journal/} what transactions have recorded, before anything that rests on them is published; at the
 * start, what a kill left out.
 */
public final class JournalKeeper {

    private final Path folder;
    private final Journal journal;
    private final JournalOutbox outbox;
    private final Clock clock;

    public JournalKeeper(Path folder, JournalOutbox outbox, Clock clock) {
        this.folder = folder;
        this.journal = new Journal(folder);
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The journal holds records that this register never made: it is another register, or an older state of this one. */
    public static final class RegisterBehind extends IOException {
        private static final long serialVersionUID = 1L;

        RegisterBehind(long given, long journalled) {
            super("register: expected record " + journalled + " of the journal, its last is " + given);
        }
    }

    /**
     * Everything committed so far is in the journal, and on the disk, when it returns.
     *
     * @throws RegisterBehind before anything is written: numbers given twice would hide what the register does now
     */
    @SuppressWarnings("try") // the turn is held, not used
    public void bringUpToDate() throws IOException {
        try (Turn turn = Turn.take(folder.resolve(".lock"))) {
            long last = journal.lastSeq();
            long given = outbox.lastGiven();
            if (given < last) {
                throw new RegisterBehind(given, last);
            }
            List<JournalOutbox.Entry> next = outbox.listAfter(last);
            while (!next.isEmpty()) {
                journal.append(
                        YearMonth.now(clock.withZone(ZoneOffset.UTC)).toString(),
                        next.stream().map(JournalOutbox.Entry::body).toList());
                last = next.get(next.size() - 1).seq();
                next = outbox.listAfter(last);
            }
            outbox.removeUpTo(last);
        }
    }
}
