package id.jembatan.stage;

import id.jembatan.disk.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies of an embedded register, each the register as it stood at one moment, whoever worked in it meanwhile:
 * {@code db/copies/<yyyymmdd>.zip}, for the owner only. They are for a backup to take; a register on a server has none.
 */
public final class RegisterCopies {

    private static final Pattern NAME = Pattern.compile("[0-9]{8}\\.zip");

    private final Register register;
    private final Path folder;

    /** In a home's {@code db/}. */
    public RegisterCopies(Register register, Path database) {
        this.register = register;
        this.folder = database.resolve("copies");
    }

    /** Where the copy of that day lies, or would lie. */
    public Path of(LocalDate day) {
        return folder.resolve(day.format(DateTimeFormatter.BASIC_ISO_DATE) + ".zip");
    }

    /** Makes the copy of that day, in place of one that is there; it appears whole. */
    public void make(LocalDate day) throws IOException {
        Durable.makeFolders(folder);
        Path copy = of(day);
        Path unfinished = folder.resolve("." + copy.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Durable.makeFile(unfinished); // H2 writes into it and leaves its mode
        register.client()
                .sql("backup to '" + unfinished.toAbsolutePath().toString().replace("'", "''") + "'")
                .update();
        Durable.publishFile(unfinished, copy);
    }

    /** In the order of their days. */
    public List<Path> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Removes those of days before that one. */
    public void removeBefore(LocalDate day) throws IOException {
        for (Path copy : list()) {
            if (copy.compareTo(of(day)) < 0) {
                Durable.removeAll(copy);
                Durable.syncParent(copy);
            }
        }
    }

    /** Removes all, also one that a kill left unfinished: somebody is purged who is in them. */
    public void removeAll() throws IOException {
        Durable.removeAll(folder);
    }

    /** Whether there is an embedded register to copy. */
    public boolean arePossible() {
        return !register.isPostgresql();
    }

    /** The day of the latest. */
    public Optional<LocalDate> findLatest() throws IOException {
        List<Path> copies = list();
        return copies.isEmpty()
                ? Optional.empty()
                : Optional.of(LocalDate.parse(
                        copies.get(copies.size() - 1).getFileName().toString().substring(0, 8),
                        DateTimeFormatter.BASIC_ISO_DATE));
    }
}
