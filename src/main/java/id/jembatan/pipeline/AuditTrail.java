package id.jembatan.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.jembatan.disk.AppendedLines;
import id.jembatan.disk.Turn;
import id.jembatan.stage.AuditMarks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * Who looked at whom, and who decided what (SPEC section 12): a file that only grows, each line of which names the hash
 * of the line before. Whoever takes a line out, or changes one, breaks the chain; whoever cuts lines off its end is found
 * out by the register, which knows the last. People are named by masked NIKs and by rows.
 */
public final class AuditTrail {

    private static final String FILE = "audit.ndjson";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FIRST = "0".repeat(64);

    private final Path folder;
    private final Optional<AuditMarks> marks;

    /** In a home's {@code journal/}, while there is no register. */
    public AuditTrail(Path folder) {
        this(folder, Optional.empty());
    }

    AuditTrail(Path folder, Optional<AuditMarks> marks) {
        this.folder = folder;
        this.marks = marks;
    }

    /**
     * A chain that was looked through.
     *
     * @param lines how many whole lines there are
     * @param last the hash of the last of them: noted down elsewhere it proves later that nothing was changed up to it
     */
    public record Checked(long lines, String last, Optional<Break> broken) {}

    /** The first line that is not what was written. */
    public record Break(long line, How how) {}

    /** What is wrong with a line. */
    public enum How {
        /** It says something else than when the next line, or the register, noted its hash. */
        CHANGED,
        /** It is not there. */
        MISSING,
        /** It is no line of a trail. */
        UNREADABLE
    }

    /**
     * Adds a line, and waits until it is on the disk.
     *
     * @param by who acts
     * @param action what is done, such as {@code trace}
     * @param facts what it is done to; nobody by name or NIK
     * @return the line's number
     */
    @SuppressWarnings("try") // the turn is held, not used
    public long add(Instant at, String by, String action, Map<String, Object> facts) throws IOException {
        try (Turn turn = Turn.take(folder.resolve(".audit.lock"))) {
            AppendedLines lines = new AppendedLines(folder.resolve(FILE));
            lines.mend(this::isKnownToBeLast);
            Optional<String> last = lines.last();
            long number = last.isEmpty() ? 1 : 1 + numberOf(last.get());
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("line", number);
            line.put("previous", last.map(AuditTrail::hash).orElse(FIRST));
            line.put("at", at.toString());
            line.put("by", by);
            line.put("action", action);
            line.putAll(new TreeMap<>(facts));
            String text = MAPPER.writeValueAsString(line);
            lines.append(List.of(text));
            marks.ifPresent(register -> register.note(new AuditMarks.Mark(number, hash(text))));
            return number;
        }
    }

    /**
     * Lets somebody decide: what is asked is on the disk before it begins, and how it ended when it has. So a kill in between
     * leaves a line without an end, and never a decision without a line.
     *
     * @param work gives the command's exit code
     */
    public int around(String by, String action, Map<String, Object> facts, Callable<Integer> work) throws Exception {
        long asked = add(Instant.now(), by, action, facts);
        int exit;
        try {
            exit = work.call();
        } catch (Exception e) {
            add(
                    Instant.now(),
                    by,
                    action,
                    Map.of("asked", asked, "failed", e.getClass().getSimpleName()));
            throw e;
        }
        add(Instant.now(), by, action, Map.of("asked", asked, "exit", exit));
        return exit;
    }

    /** The line that the register has noted, or the one behind it: a kill may have come before that was noted. */
    private boolean isKnownToBeLast(Optional<String> line) {
        Optional<String> noted = marks.flatMap(AuditMarks::find).map(AuditMarks.Mark::hash);
        return noted.isEmpty()
                ? marks.isPresent() && line.isEmpty()
                : line.filter(text ->
                                hash(text).equals(noted.get()) || text.contains("\"previous\":\"" + noted.get() + "\""))
                        .isPresent();
    }

    private long numberOf(String line) throws IOException {
        JsonNode number = MAPPER.readTree(line).path("line");
        if (number.isIntegralNumber()) {
            return number.asLong();
        }
        try (var lines = Files.lines(folder.resolve(FILE))) { // written before lines had numbers
            return lines.count();
        }
    }

    /** Looks through all of it. A last line without its end is one that a power cut tore: it counts as never written. */
    public Checked check() throws IOException {
        Path file = folder.resolve(FILE);
        Optional<AuditMarks.Mark> mark = marks.flatMap(AuditMarks::find);
        String previous = FIRST;
        long number = 0;
        if (Files.exists(file)) {
            boolean torn = isTorn(file);
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                String line = lines.readLine();
                while (line != null) {
                    String next = lines.readLine();
                    if (next == null && torn) {
                        break;
                    }
                    number++;
                    Optional<Break> broken = findBreak(line, number, previous);
                    previous = hash(line);
                    if (broken.isEmpty() && isOther(mark, number, previous)) {
                        broken = Optional.of(new Break(number, How.CHANGED));
                    }
                    if (broken.isPresent()) {
                        return new Checked(number, previous, broken);
                    }
                    line = next;
                }
            }
        }
        long last = number;
        return new Checked(
                number,
                previous,
                mark.filter(noted -> noted.line() > last).map(noted -> new Break(last + 1, How.MISSING)));
    }

    private static boolean isOther(Optional<AuditMarks.Mark> mark, long number, String hash) {
        return mark.filter(noted -> noted.line() == number && !noted.hash().equals(hash))
                .isPresent();
    }

    /** A line whose number follows, and whose hash of the line before does not, stands behind a line that was changed. */
    private static Optional<Break> findBreak(String line, long number, String previous) {
        JsonNode told;
        try {
            told = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            return Optional.of(new Break(number, How.UNREADABLE));
        }
        if (!told.path("previous").isTextual()) {
            return Optional.of(new Break(number, How.UNREADABLE));
        }
        long says = told.path("line").asLong(number);
        if (says != number) {
            return Optional.of(new Break(number, How.MISSING));
        }
        if (told.path("previous").asText().equals(previous)) {
            return Optional.empty();
        }
        return Optional.of(number > 1 ? new Break(number - 1, How.CHANGED) : new Break(1, How.CHANGED));
    }

    private static boolean isTorn(Path file) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
            if (access.length() == 0) {
                return false;
            }
            access.seek(access.length() - 1);
            return access.read() != '\n';
        }
    }

    private static String hash(String line) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
