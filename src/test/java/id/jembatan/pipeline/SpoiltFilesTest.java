package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import id.jembatan.disk.Durable;
import id.jembatan.domain.Chunk;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.Finding;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.Refusal;
import id.jembatan.domain.RegencyCode;
import id.jembatan.read.DropReader;
import id.jembatan.read.ZipUnpacking;
import id.jembatan.read.ZippedFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Whatever is done to a file, it is refused with words for it, or all of its rows are counted and judged; nothing else is
 * thrown, nothing is left behind, and no small file takes long or much (SPEC section 12). {@code make ordeal} spoils some
 * 250 times as many; a number in the report gives the same file again.
 */
class SpoiltFilesTest {

    /** Files for each number. */
    private static final int FILES = Integer.getInteger("jembatan.spoilt", 4);

    private static final long MOST_MILLIS = 4_000;
    private static final long MOST_BYTES = 400L << 20;
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 2);
    private static final DefaultCamelContext CAMEL = new DefaultCamelContext();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static Path folder = Path.of("target");
    private static Path temporary = folder;
    private static Map<String, byte[]> sound = Map.of();
    private static Settings settings = Settings.load(Path.of("config"), Map.of());
    private static Rulebook rules = Configuration.loadRules(settings);
    private static Messages messages = MessageFiles.load(Path.of("config"), "id");
    private static Programme programme =
            rules.agreements().getProgramme(new ProgrammeKey(new RegencyCode("9203"), "pekerja-rentan-2025"));
    private static final Map<String, Integer> SEEN = new TreeMap<>();

    @BeforeContainer
    static void open() throws IOException {
        CAMEL.start();
        folder = Files.createTempDirectory("spoilt-");
        temporary = Files.createDirectory(folder.resolve("work"));
        sound = SoundFiles.all(folder);
    }

    @AfterContainer
    static void close() throws IOException {
        CAMEL.close();
        Durable.removeAll(folder);
        System.out.println("spoilt files: " + SEEN);
    }

    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE)
    void unspoiltTheyAreAllTaken() throws IOException {
        for (Map.Entry<String, byte[]> file : sound.entrySet()) {
            assertTrue(tell(file.getValue()).matches("[1-9][0-9]* rows( [1-9][0-9]* rows)*"), file.getKey());
        }
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aSpoiltFileIsRefusedOrCounted(@ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long number)
            throws IOException {
        Random chance = new Random(number);
        List<String> names = List.copyOf(sound.keySet());
        for (int i = 0; i < FILES; i++) {
            String name = names.get(chance.nextInt(names.size()));
            byte[] other = sound.getOrDefault(names.get(chance.nextInt(names.size())), new byte[0]);
            byte[] file = new Spoiling(chance).spoil(sound.getOrDefault(name, new byte[0]), other);
            try {
                prove(file);
            } catch (IOException | RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError fault) {
                Path kept = Files.write(Path.of("target", "spoilt-" + number + "-" + i), file);
                throw new AssertionError(name + " spoilt as " + kept + ": " + fault, fault);
            }
        }
    }

    private static void prove(byte[] file) throws IOException {
        long time = THREADS.getCurrentThreadCpuTime();
        long memory = THREADS.getCurrentThreadAllocatedBytes();

        String told = tell(file);

        long millis = (THREADS.getCurrentThreadCpuTime() - time) / 1_000_000;
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - memory;
        assertTrue(millis < MOST_MILLIS, millis + " ms for " + file.length + " bytes");
        assertTrue(bytes < MOST_BYTES, bytes + " bytes of memory for " + file.length + " bytes");
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList(), "temporary files");
        }
        assertEquals(List.of(), openFiles(), "files left open");
        SEEN.merge(told.replaceAll("[0-9]+ rows", "rows").replaceAll("(rows )+rows", "rows"), 1, Integer::sum);
    }

    /** Of those in our folder, as Linux tells; elsewhere none is known. */
    private static List<String> openFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        List<String> open = new ArrayList<>();
        if (Files.isDirectory(descriptors)) {
            try (Stream<Path> all = Files.list(descriptors)) {
                for (Path one : all.toList()) {
                    Path target = target(one);
                    if (target.startsWith(folder)) {
                        open.add(target.toString());
                    }
                }
            }
        }
        return open;
    }

    private static Path target(Path descriptor) throws IOException {
        try {
            return Files.readSymbolicLink(descriptor);
        } catch (NoSuchFileException closedMeanwhile) {
            return descriptor;
        }
    }

    /** What would become of the file, and of each in it when it is a ZIP. */
    private static String tell(byte[] file) throws IOException {
        Path dropped = Files.write(folder.resolve("dropped"), file);
        ZipUnpacking unpacking = new ZipUnpacking(settings.limits());
        if (!unpacking.isZip(dropped)) {
            return tell(dropped);
        }
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
        try {
            StringBuilder told = new StringBuilder();
            for (ZippedFile one : unpacking.unpack(dropped, unpacked)) {
                told.append(told.isEmpty() ? "" : " ");
                told.append(one.refusal().isPresent() ? inWords(one.refusal().get()) : tell(one.bytes()));
            }
            return told.toString();
        } catch (DropRefused refused) {
            return inWords(new Refusal(refused.code(), refused.details()));
        } finally {
            Durable.removeAll(unpacked);
        }
    }

    private static String tell(Path list) {
        DropReader reader = new DropReader(settings.limits(), new CamelCsv(() -> CAMEL), temporary);
        try {
            SurveyedDrop drop = SurveyedDrop.survey(reader, list, false, programme, TODAY, rules);
            long rows = 0;
            ChunkTally tally = new ChunkTally();
            try (SurveyedDrop.Chunks chunks = drop.chunks()) {
                while (chunks.hasNext()) {
                    Chunk chunk = chunks.next();
                    for (RawRow row : chunk.rows()) {
                        drop.judgeOf(chunk)
                                .judge(++rows, row, chunk.sheet().sheet().name(), tally);
                        drop.judgeOf(chunk).findings(row).forEach(SpoiltFilesTest::requireWords);
                    }
                }
            }
            assertEquals(drop.survey().rows(), rows, "rows of the second pass");
            return rows + " rows";
        } catch (DropRefused refused) {
            return inWords(new Refusal(refused.code(), refused.details()));
        }
    }

    private static void requireWords(Finding finding) {
        assertTrue(!messages.sentence(finding).isBlank()
                && !messages.action(finding.code()).isBlank());
    }

    private static String inWords(Refusal refusal) {
        assertTrue(!messages.sentence(refusal).isBlank()
                && !messages.action(refusal.code()).isBlank());
        return refusal.code().name();
    }
}
