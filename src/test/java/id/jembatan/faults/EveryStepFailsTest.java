package id.jembatan.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.register.Database;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * SQLite's method: over a story with lists, a refusal, a review, an enrolment and answers, the n-th thing that is asked of
 * the disk or of the database fails, for every n and in every way that it can fail. What others see is whole at once;
 * and when the command is given again, all ends as it would have: same register, replies, batches, answers and journal. A
 * sample; {@code -Djembatan.ordeal=true} for every step. See {@code docs/rationale/faults.md}.
 */
class EveryStepFailsTest {

    private static final boolean ALL = Boolean.getBoolean("jembatan.ordeal");

    /** So many processes play all cases in turns: what killed commands leave in a process's memory adds up. */
    private static final int PROCESSES = 24;

    /** In a sample one case of so many is played: a prime, so that it meets each fault, and not the same step. */
    private static final int SAMPLE = 1301;

    private static final int FEWEST = 10;
    private static final Pattern PLAYED = Pattern.compile("played [A-Z_]+ ([0-9]+)");

    @TempDir
    Path folder;

    static Stream<Arguments> shares() {
        return Stream.of(Database.values())
                .flatMap(database -> ALL
                        ? IntStream.range(0, PROCESSES).mapToObj(first -> Arguments.of(database, first, PROCESSES))
                        : Stream.of(Arguments.of(database, database == Database.H2 ? 0 : SAMPLE / 2, SAMPLE)));
    }

    @ParameterizedTest
    @MethodSource("shares")
    void nothingIsLostDoubledOrHalfVisible(Database database, int first, int every) throws Exception {
        Path found = folder.resolve("found.txt");
        Path log = folder.resolve("log.txt");
        String server = database == Database.H2 ? "-" : database.newUrl();

        Process lab = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Djembatan.log.own=WARN",
                        "-Djava.nio.file.spi.DefaultFileSystemProvider=" + SteppedFileSystemProvider.class.getName(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StepsLab.class.getName(),
                        folder.resolve("lab").toString(),
                        found.toString(),
                        server,
                        Integer.toString(first),
                        Integer.toString(every)))
                .redirectErrorStream(true)
                .redirectOutput(new File(log.toString()))
                .start();
        boolean ended = lab.waitFor(ALL ? 6 * 60 : 30, TimeUnit.MINUTES);
        lab.destroyForcibly();

        assertTrue(ended && lab.exitValue() == 0, () -> read(log));
        List<String> lines = Files.readAllLines(found);
        assertEquals(List.of(), lines.stream().filter(line -> !isCount(line)).toList());
        assertTrue(played(lines) >= FEWEST, () -> "few cases were played: " + lines);
        lines.forEach(line -> System.out.println(database + ", " + first + " of " + every + ": " + line));
    }

    private static boolean isCount(String line) {
        return line.matches("(act|cases|played) .*");
    }

    private static int played(List<String> lines) {
        return lines.stream()
                .map(PLAYED::matcher)
                .filter(Matcher::matches)
                .mapToInt(count -> Integer.parseInt(count.group(1)))
                .sum();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
