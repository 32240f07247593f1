package id.jembatan.bench;

import id.jembatan.demo.Calling;
import id.jembatan.demo.Faults;
import id.jembatan.demo.InventedLists;
import id.jembatan.demo.OfficeStyle;
import id.jembatan.domain.RegencyCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The first table of docs/performance.md: one list of many rows goes the whole way from drop to reply in a process of its
 * own with a small heap, beside bare parsing and bare loading of the same file, in one run. {@code make bench}.
 */
public final class FirstTable {

    private FirstTable() {}

    public static void main(String[] arguments) throws Exception {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        String heap = arguments.length > 1 ? arguments[1] : "256m";
        Path folder = Files.createTempDirectory(Path.of("target"), "bench-").toAbsolutePath();
        Path list = folder.resolve("list.csv");
        InventedLists.write(
                list,
                OfficeStyle.SEMICOLON_TEXT,
                new RegencyCode("9203"),
                Calling.VULNERABLE,
                1,
                people,
                Faults.usual(),
                1);

        say("%d people, %d MB", people, Files.size(list) >> 20);
        long start = System.nanoTime();
        long rows = Bare.readCsv(list, ';', StandardCharsets.ISO_8859_1);
        report("bare parsing (commons-csv)", rows, start);
        start = System.nanoTime();
        Bare.loadCsv(list, ';', StandardCharsets.ISO_8859_1, folder.resolve("bare"));
        report("bare loading (H2, parsed, batched, no key)", rows, start);
        Path home = folder.resolve("home");
        WholeWay way = WholeWay.go(list, home, heap, List.of());
        say("%-45s %8.1f s %,10.0f rows/s", "whole way, drop to reply (-Xmx" + heap + ")", way.seconds(), way.rate());
        say("peak resident memory %d MB; register %d MB", way.peakKilobytes() >> 10, size(home.resolve("db")) >> 20);
    }

    private static long size(Path folder) throws IOException {
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void report(String what, long rows, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        say("%-45s %8.1f s %,10.0f rows/s", what, seconds, rows / seconds);
    }

    private static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
