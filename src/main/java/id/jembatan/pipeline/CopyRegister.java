package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.stage.RegisterCopies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each night's copy of the embedded register, of which the last few are kept. A copy that cannot be made stops nothing:
 * {@code status} says so until one is.
 */
public final class CopyRegister {

    private static final Logger LOG = LoggerFactory.getLogger(CopyRegister.class);
    private static final String DAYS = "jembatan.copies.days";
    private static final String FAILED = "copy-failed";

    private final House house;
    private final RegisterCopies copies;
    private final Path failed;

    CopyRegister(House house) {
        this.house = house;
        this.copies = new RegisterCopies(house.register(), house.workspace().database());
        this.failed = failedIn(house.workspace().database());
    }

    private static Path failedIn(Path database) {
        return database.resolve(FAILED);
    }

    /** Once a day, by whichever zone's night is the first of it. */
    public void copyAtNight() throws IOException {
        LocalDate today = house.clock().today(BusinessClock.NOWHERE);
        if (isWanted() && !Files.exists(copies.of(today))) {
            copy(today);
        }
    }

    /** Somebody was purged who is in every copy: none stays, and one without him is made in their place. */
    void renew() throws IOException {
        if (copies.arePossible()) {
            boolean any = copies.findLatest().isPresent();
            copies.removeAll();
            if (any && isWanted()) {
                copy(house.clock().today(BusinessClock.NOWHERE));
            }
        }
    }

    private boolean isWanted() {
        return copies.arePossible() && house.settings().number(DAYS) > 0;
    }

    private void copy(LocalDate today) throws IOException {
        try {
            copies.make(today);
            copies.removeBefore(today.minusDays(house.settings().number(DAYS) - 1));
            Files.deleteIfExists(failed);
        } catch (IOException | RuntimeException e) {
            LOG.error("no copy of the register could be made: {}", Faults.brief(e));
            note(e);
        }
    }

    private void note(Exception fault) throws IOException {
        Files.deleteIfExists(failed);
        Durable.makeFile(failed);
        Files.writeString(
                failed,
                "COPY_FAILED since " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ": "
                        + fault.getClass().getSimpleName());
    }

    /** What {@code status} says of it; nothing when the last one was made. */
    static Optional<String> reason(Path database) throws IOException {
        try {
            return Optional.of(Files.readString(failedIn(database)));
        } catch (NoSuchFileException made) {
            return Optional.empty();
        }
    }
}
