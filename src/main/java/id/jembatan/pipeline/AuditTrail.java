package id.jembatan.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.jembatan.disk.AppendedLines;
import id.jembatan.disk.Turn;
import java.io.BufferedReader;
import java.io.IOException;
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

/**
 * Who looked at whom, and who decided what (SPEC section 12): a file that only grows, each line of which names the hash
 * of the line before. Whoever takes a line out, or changes one, breaks the chain. People are named by masked NIKs and by
 * rows.
 */
public final class AuditTrail {

    private static final String FILE = "audit.ndjson";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FIRST = "0".repeat(64);

    private final Path folder;

    /** In a home's {@code journal/}. */
    public AuditTrail(Path folder) {
        this.folder = folder;
    }

    /**
     * Adds a line, and waits until it is on the disk.
     *
     * @param by who acts
     * @param action what is done, such as {@code trace}
     * @param facts what it is done to; nobody by name or NIK
     */
    @SuppressWarnings("try") // the turn is held, not used
    public void add(Instant at, String by, String action, Map<String, Object> facts) throws IOException {
        try (Turn turn = Turn.take(folder.resolve(".audit.lock"))) {
            AppendedLines lines = new AppendedLines(folder.resolve(FILE));
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("previous", lines.last().map(AuditTrail::hash).orElse(FIRST));
            line.put("at", at.toString());
            line.put("by", by);
            line.put("action", action);
            line.putAll(new TreeMap<>(facts));
            lines.append(List.of(MAPPER.writeValueAsString(line)));
        }
    }

    /** The number of the first line that does not follow the one before; empty when the chain is whole. */
    public Optional<Long> findBreak() throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String previous = FIRST;
        long number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                JsonNode told = MAPPER.readTree(line).path("previous");
                if (!told.asText().equals(previous)) {
                    return Optional.of(number);
                }
                previous = hash(line);
            }
        }
        return Optional.empty();
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
