package id.jembatan.bench;

import com.sun.management.OperatingSystemMXBean;
import id.jembatan.demo.Calling;
import id.jembatan.demo.Faults;
import id.jembatan.demo.InventedLists;
import id.jembatan.demo.OfficeStyle;
import id.jembatan.disk.Durable;
import id.jembatan.domain.DropId;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.RepairRef;
import id.jembatan.domain.RepairRow;
import id.jembatan.pipeline.MessageFiles;
import id.jembatan.report.RepairWorkbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * The second table of docs/performance.md: reading a list and judging every row of it, two passes as a drop has them,
 * beside the bare library on the same file in the same run; then a {@code perbaikan.xlsx} in which all of those rows are
 * rejected. All under the heap of whoever runs it. {@code make bench-reading}.
 */
public final class ReadingTable {

    private static final int ROUNDS = 5;
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private final Path folder;
    private final JudgedList judgedList;

    private ReadingTable(Path folder, DefaultCamelContext camel) {
        this.folder = folder;
        this.judgedList = new JudgedList(folder, camel);
    }

    public static void main(String[] arguments) throws Exception {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        Path folder = Files.createTempDirectory(Path.of("target"), "bench-").toAbsolutePath();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.start();
            new ReadingTable(folder, camel).run(people);
        } finally {
            Durable.removeAll(folder);
        }
    }

    private void run(int people) throws IOException {
        say("heap at most %d MB", Runtime.getRuntime().maxMemory() >> 20);
        Path csv = list(OfficeStyle.EXPORT_TEXT, people);
        Path xlsx = list(OfficeStyle.TIDY_WORKBOOK, people);
        for (int round = 1; round <= ROUNDS; round++) { // the first warm up
            double bare = rate("CSV, bare commons-csv", () -> Bare.readCsv(csv, ',', StandardCharsets.UTF_8));
            double ours = rate("CSV, read and judged", () -> judged(csv));
            say("CSV: %.2f of the bare library", ours / bare);
            bare = rate("XLSX, bare fastexcel-reader", () -> Bare.readXlsx(xlsx));
            ours = rate("XLSX, read and judged", () -> judged(xlsx));
            say("XLSX: %.2f of the bare library", ours / bare);
        }
        rate("perbaikan.xlsx, every row rejected", () -> repair(csv));
        say("its size: %d MB", Files.size(folder.resolve(RepairWorkbook.REPAIR_FILE)) >> 20);
    }

    private Path list(OfficeStyle office, int people) throws IOException {
        Path list = folder.resolve(office.name());
        InventedLists.write(list, office, new RegencyCode("9203"), Calling.VULNERABLE, 1, people, Faults.usual(), 1);
        return list;
    }

    private long repair(Path list) throws IOException {
        Messages messages = MessageFiles.load(Path.of("config"), "id");
        long[] position = {0};
        try (RepairWorkbook workbook =
                RepairWorkbook.forRepair(folder, new DropId("20250602-0000000001"), "1", messages)) {
            judgedList.walk(
                    list,
                    chunk -> JudgedList.judge(chunk, (table, row, findings) -> {
                        try {
                            workbook.add(new RepairRow(
                                    table,
                                    row,
                                    RepairRef.of(1, ++position[0], false),
                                    Optional.empty(),
                                    Outcome.REJECTED,
                                    findings,
                                    ""));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }));
            return position[0];
        }
    }

    /** As a route does it: the first pass keeps its rows, the second hands chunks to as many threads as there are cores. */
    private long judged(Path list) throws IOException {
        AtomicLong count = new AtomicLong();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                CORES,
                CORES,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(CORES),
                new ThreadPoolExecutor.CallerRunsPolicy());
        judgedList.walk(list, chunk -> threads.execute(() -> count.addAndGet(JudgedList.judge(chunk))));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException("chunks without end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return count.get();
    }

    /** Something that counts rows. */
    @FunctionalInterface
    private interface Work {

        long run() throws IOException;
    }

    private static double rate(String what, Work work) throws IOException {
        long start = System.nanoTime();
        long busy = cpu();
        long rows = work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double worked = (cpu() - busy) / 1e9;
        say("%-40s %,9d rows %7.1f s, of the processors %5.1f s", what, rows, seconds, worked);
        return rows / worked;
    }

    /** What other users of the machine take is not in it. */
    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
