package id.jembatan.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.jembatan.disk.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * E-mails on their way, a file each in {@code work/mail/}: a kill loses none, and a register that is away does not matter.
 * What was told of last lies there too. Used by who has the turn of {@code work/turn-mail}.
 */
final class MailOutbox {

    private static final Logger LOG = LoggerFactory.getLogger(MailOutbox.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String WAITING = ".json";
    private static final String FAILING = "failing";

    /** News that is older is none; whoever cannot be reached for so long is told by {@code status}. */
    static final Duration KEPT = Duration.ofDays(7);

    private final Path folder;
    private final Clock clock;

    MailOutbox(Path folder, Clock clock) throws IOException {
        this.folder = folder;
        this.clock = clock;
        Durable.makeFolders(folder);
    }

    static Path in(Path work) {
        return work.resolve("mail");
    }

    /** One e-mail, in plain text. */
    record Mail(String to, String subject, String text) {}

    /** Puts it there, whole; under the same name once. */
    void add(String name, Mail mail) throws IOException {
        write(folder.resolve(name + WAITING), MAPPER.writeValueAsString(mail));
    }

    /** Those that wait; whoever was tried last comes last. */
    List<Path> listWaiting() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Map<Path, FileTime> tried = new HashMap<>();
            for (Path file : files.filter(MailOutbox::isWaiting).toList()) {
                tried.put(file, Files.getLastModifiedTime(file));
            }
            return tried.keySet().stream()
                    .sorted(Comparator.comparing((Path file) -> tried.get(file)).thenComparing(Path::getFileName))
                    .toList();
        }
    }

    private static boolean isWaiting(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(WAITING) && !name.startsWith(".");
    }

    Mail read(Path waiting) throws IOException {
        return MAPPER.readValue(Files.readAllBytes(waiting), Mail.class);
    }

    void sent(Path waiting) throws IOException {
        Files.deleteIfExists(waiting);
    }

    /** Was not taken by the server: is tried again behind the others, unless it is old news by now. */
    void putBack(Path waiting, Instant written) throws IOException {
        if (written.plus(KEPT).isBefore(clock.instant())) {
            LOG.warn("e-mail {} could not be sent for {} days and is given up", waiting.getFileName(), KEPT.toDays());
            Files.deleteIfExists(waiting);
        } else {
            Files.setLastModifiedTime(waiting, FileTime.from(clock.instant()));
        }
    }

    /** For {@code status}: since when, and by what kind of fault, nothing gets out. */
    void failing(String kind) throws IOException {
        if (!Files.exists(folder.resolve(FAILING))) {
            write(
                    folder.resolve(FAILING),
                    "MAIL_FAILED since " + clock.instant().truncatedTo(ChronoUnit.SECONDS) + ": " + kind);
        }
    }

    void goesOn() throws IOException {
        Files.deleteIfExists(folder.resolve(FAILING));
    }

    /** What {@code status} says of it; nothing when all is well. */
    static Optional<String> reason(Path work) throws IOException {
        return find(in(work).resolve(FAILING));
    }

    /** What was noted under that name. */
    Optional<String> findNote(String name) throws IOException {
        return find(folder.resolve(name));
    }

    void note(String name, String text) throws IOException {
        write(folder.resolve(name), text);
    }

    private static Optional<String> find(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException nothing) {
            return Optional.empty();
        }
    }

    private void write(Path file, String text) throws IOException {
        Path unfinished = folder.resolve("." + file.getFileName());
        Files.deleteIfExists(unfinished);
        Durable.makeFile(unfinished);
        Files.writeString(unfinished, text);
        Durable.publishFile(unfinished, file);
    }
}
