package id.jembatan.pipeline;

import id.jembatan.domain.Account;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.report.CauseList;
import id.jembatan.report.Masked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Drops and their replies, each shown only to whom it may be. */
public final class DropDesk {

    private final House house;
    private final CauseList causes;

    public DropDesk(House house) {
        this.house = house;
        this.causes = new CauseList(house.messages());
    }

    /**
     * What somebody may see of the newest drops before that receipt, the newest first.
     *
     * @param only of this programme; empty = of all that are seen
     */
    public List<LoggedDrop> listLatest(Account account, Optional<ProgrammeKey> only, long before, int atMost) {
        if (only.isPresent()) {
            return account.isSeeing(only.get())
                    ? house.log().listLatest(Optional.empty(), List.of(only.get()), before, atMost)
                    : List.of();
        }
        List<ProgrammeKey> named = account.orderedProgrammes().stream()
                .map(id -> new ProgrammeKey(account.regency().orElseThrow(), id))
                .toList();
        return house.log().listLatest(account.regency(), named, before, atMost);
    }

    /** The drop, where it may be seen. */
    public Optional<LoggedDrop> find(Account account, long receipt) {
        return house.log().find(receipt).filter(drop -> account.isSeeing(drop.receipt()));
    }

    /** The drop whose rows and folder the answer of this one is: the first of the same bytes. */
    public LoggedDrop told(LoggedDrop drop) {
        return drop.firstReceipt().isPresent()
                ? house.log().get(drop.firstReceipt().getAsLong())
                : drop;
    }

    /** What was found in it, as on its receipt. */
    public List<Map<String, String>> causes(LoggedDrop drop) {
        return causes.of(
                drop.reading(),
                drop.status().filter(ReplyStatus.REFUSED::equals).isPresent());
    }

    /** The files of its reply, by name; none while there is no reply. */
    public List<Path> files(LoggedDrop drop) throws IOException {
        Path folder = house.index().folderOf(drop).resolve(told(drop).folder());
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** One of them; a name is only ever compared with those that lie there. */
    public Optional<Path> findFile(LoggedDrop drop, String name) throws IOException {
        return files(drop).stream()
                .filter(file -> file.getFileName().toString().equals(name))
                .findFirst();
    }

    /** As others may see a name: a run of 16 digits may be a person's NIK. */
    public static String masked(String text) {
        return Masked.text(text);
    }
}
