package id.jembatan.cli;

import id.jembatan.domain.Messages;
import id.jembatan.domain.Rupiah;
import id.jembatan.pipeline.Rebuild;
import java.io.PrintWriter;
import java.time.Duration;

/** How far a rebuild is, on a terminal: records, rows, rate, time left. Nothing where nobody looks. */
final class ReplayProgress implements Rebuild.Progress {

    private static final long BETWEEN = Duration.ofMillis(500).toNanos();
    private static final double SECOND = 1e9;

    private final PrintWriter out;
    private final Messages messages;

    @SuppressWarnings("SystemConsoleNull") // we run on 17, where it is null unless somebody looks
    private final boolean shown = System.console() != null;

    private final long begun = System.nanoTime();
    private long lastShown;
    private boolean open;

    ReplayProgress(PrintWriter out, Messages messages) {
        this.out = out;
        this.messages = messages;
    }

    @Override
    public void at(long record, long last, long rows) {
        long now = System.nanoTime();
        if (!shown || now - lastShown < BETWEEN) {
            return;
        }
        lastShown = now;
        double seconds = Math.max(0.001, (now - begun) / SECOND);
        out.print("\r"
                + messages.get(
                        "cli.rebuild.progress",
                        count(record),
                        count(last),
                        count(rows),
                        count((long) (rows / seconds)),
                        count((long) (seconds * (last - record) / record))));
        out.flush();
        open = true;
    }

    private String count(long number) {
        return Rupiah.count(number, messages.language());
    }

    /** Goes to a new line. */
    void end() {
        if (open) {
            out.println();
            out.flush();
        }
    }
}
