package id.jembatan.read;

import id.jembatan.domain.RawRow;
import id.jembatan.domain.RawRows;
import id.jembatan.domain.Sheet;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Rows that a thread of its own reads, one batch ahead of whoever takes them: a library parses on one core while
 * another looks at what it parsed. What reading throws comes in its place, behind the rows before it.
 */
final class RowsAhead implements RawRows {

    private static final int BATCH = 500;
    /** Cells and characters of a batch, above which it ends early. */
    private static final long HEAVY = 500_000;

    private final RawRows rows;
    private final ExecutorService thread;
    private Optional<RuntimeException> failure = Optional.empty();
    private Optional<Future<List<Line>>> coming = Optional.empty();
    private List<Line> batch = List.of();
    private int taken;
    private long emptyLinesPassed;
    private boolean ended;

    /** A row, and how many empty lines stood before it. */
    private record Line(RawRow row, long emptyBefore) {}

    /** @param rows nobody else takes of them any more; closed with this */
    RowsAhead(RawRows rows) {
        this.rows = rows;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread reading = new Thread(task, "rows-ahead");
            reading.setDaemon(true);
            return reading;
        });
    }

    @Override
    public List<Sheet> sheets() {
        return rows.sheets();
    }

    @Override
    public Optional<List<String>> keys() {
        return rows.keys();
    }

    @Override
    public long emptyLinesPassed() {
        return emptyLinesPassed;
    }

    @Override
    public boolean hasNext() {
        if (taken == batch.size() && !ended) {
            batch = await(coming.orElseGet(() -> thread.submit(this::read)));
            taken = 0;
            ended = batch.isEmpty();
            coming = ended ? Optional.empty() : Optional.of(thread.submit(this::read));
        }
        return !ended;
    }

    @Override
    public RawRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Line line = batch.get(taken++);
        emptyLinesPassed = line.emptyBefore();
        return line.row();
    }

    /** Waits for the batch that is being read. */
    @Override
    public void close() throws IOException {
        Future<Boolean> closed = thread.submit(() -> {
            rows.close();
            return true;
        });
        thread.shutdown();
        try {
            await(closed);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The next batch; none is empty but the one after the last row. */
    private List<Line> read() {
        if (failure.isPresent()) {
            throw failure.get();
        }
        List<Line> lines = new ArrayList<>(BATCH);
        long weight = 0;
        try {
            while (lines.size() < BATCH && weight < HEAVY && rows.hasNext()) {
                RawRow row = rows.next();
                lines.add(new Line(row, rows.emptyLinesPassed()));
                weight += row.weight();
            }
        } catch (RuntimeException e) {
            if (lines.isEmpty()) {
                throw e;
            }
            failure = Optional.of(e);
        }
        return lines;
    }

    private static <T> T await(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted while rows are read"));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof IOException thrown) {
                throw new UncheckedIOException(thrown);
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
