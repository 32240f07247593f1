package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.StoredBatch;
import id.jembatan.domain.Worker;
import id.jembatan.report.BreachCsv;
import id.jembatan.stage.BreachShelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;

/**
 * Lists the people of a drop or batch whose data got out, for the notice that UU 27/2022 article 46 wants within 3 times 24
 * hours: into a file of the home that only its owner can read.
 */
public final class ListBreach {

    static final String FOLDER = "_breach";

    private final House house;
    private final BreachShelf shelf;

    public ListBreach(House house) {
        this.house = house;
        this.shelf = new BreachShelf(house.register());
    }

    /**
     * What was written.
     *
     * @param file in the home
     * @param rejected rows of the list of whom the register knows nobody: they stand in its archived file alone
     */
    public record Listed(String file, long people, long rejected) {}

    /** Everybody of a list. */
    public Listed list(LoggedDrop drop) throws IOException {
        LoggedDrop first = drop.firstReceipt().isPresent()
                ? house.getDrop(drop.firstReceipt().getAsLong())
                : drop;
        return write(
                drop.receipt().id().value(),
                first.outcomes().of(Outcome.REJECTED),
                action -> shelf.forEachOf(first, action));
    }

    /** Everybody of a batch. */
    public Listed list(StoredBatch batch) throws IOException {
        return write(batch.number(), 0, action -> shelf.forEachOf(batch, action));
    }

    private Listed write(String name, long rejected, Consumer<Consumer<Worker>> people) throws IOException {
        Path folder = house.workspace().reply().resolve(FOLDER);
        Durable.makeFolders(folder);
        LocalDate today = house.clock().today(BusinessClock.NOWHERE);
        Path file = free(folder, today.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + name);
        Path unfinished = folder.resolve("." + file.getFileName() + ".unfinished");
        Durable.makeFile(unfinished);
        long written;
        try (BreachCsv csv = new BreachCsv(unfinished)) {
            people.accept(person -> {
                try {
                    csv.add(person);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            written = csv.people();
        }
        Durable.publishFile(unfinished, file);
        return new Listed(house.workspace().home().relativize(file).toString(), written, rejected);
    }

    private static Path free(Path folder, String name) {
        Path file = folder.resolve(name + ".csv");
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + "-" + i + ".csv");
        }
        return file;
    }
}
