package id.jembatan.domain;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where everything lies in a home (SPEC section 2). Names only: nothing here touches the disk. */
public record Workspace(Path home) {

    public Workspace {
        home = home.toAbsolutePath().normalize();
    }

    public Path drop() {
        return home.resolve("drop");
    }

    public Path reply() {
        return home.resolve("reply");
    }

    public Path answer() {
        return home.resolve("answer");
    }

    public Path outbound() {
        return home.resolve("outbound");
    }

    public Path archive() {
        return home.resolve("archive");
    }

    public Path parked() {
        return home.resolve("parked");
    }

    public Path journal() {
        return home.resolve("journal");
    }

    public Path database() {
        return home.resolve("db");
    }

    public Path work() {
        return home.resolve("work");
    }

    /** Everything that a home holds, in the order of the page that describes it. */
    public List<Path> folders() {
        return List.of(drop(), reply(), answer(), outbound(), archive(), parked(), journal(), database(), work());
    }

    /** Where people put lists for a programme. */
    public Path drop(Regency regency, Programme programme) {
        return drop().resolve(regency.folder()).resolve(programme.key().id());
    }

    /** The archive's folder for what was received in the day's month: {@code archive/<yyyy>/<mm>}. */
    public Path archiveFolder(LocalDate day) {
        return archive()
                .resolve(String.format(Locale.ROOT, "%04d", day.getYear()))
                .resolve(String.format(Locale.ROOT, "%02d", day.getMonthValue()));
    }

    /** The bytes as received: {@code archive/<yyyy>/<mm>/<sha256>}. */
    public Path archived(LocalDate day, String sha256) {
        return archiveFolder(day).resolve(sha256);
    }

    /** The rules that lists were received under: {@code journal/rules/<sha256>/}. */
    public Path rules() {
        return journal().resolve("rules");
    }

    /** Where the drops of a programme are answered; {@code _unplaced} for files in no programme's folder. */
    public Path replies(Optional<Regency> regency, Optional<Programme> programme) {
        return beneath(reply(), regency, programme);
    }

    /** Where drops that a fault stopped are set aside. */
    public Path parked(Optional<Regency> regency, Optional<Programme> programme) {
        return beneath(parked(), regency, programme);
    }

    /** The folder of one drop that a fault set aside. */
    public Path parked(Receipt receipt, Agreements agreements) {
        return parked(
                        receipt.regency().flatMap(agreements::findRegency),
                        receipt.programme().flatMap(agreements::findProgramme))
                .resolve(receipt.id().value());
    }

    private static Path beneath(Path root, Optional<Regency> regency, Optional<Programme> programme) {
        Path folder = regency.map(it -> root.resolve(it.folder())).orElse(root);
        return folder.resolve(programme.map(it -> it.key().id()).orElse("_unplaced"));
    }
}
