package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.disk.Turn;
import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.PurgeFacts.GoneFile;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.StoredBatch;
import id.jembatan.domain.Workspace;
import id.jembatan.intake.Archive;
import id.jembatan.stage.PurgeShelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files of a home that hold people of whom nothing is left in the register: archived lists and answers, workbooks of
 * replies, parked files, lists for branches. What counts and certifies (summaries, receipts, manifests, letters) stays.
 */
final class PurgedFiles {

    private static final Set<String> OF_A_BATCH_STAY = Set.of("manifest.json", "surat-pengantar.html", "SHA256SUMS");

    private final House house;
    private final Workspace workspace;
    private final PurgeShelf shelf;
    private final Map<String, GoneFile> found = new TreeMap<>();

    PurgedFiles(House house, PurgeShelf shelf) {
        this.house = house;
        this.workspace = house.workspace();
        this.shelf = shelf;
    }

    /**
     * What lies there of them now, by its path.
     *
     * @param nobodysUntil lists of breaches until that day go too
     */
    List<GoneFile> find(PurgeShelf.Going going, LocalDate nobodysUntil) {
        try {
            String until = nobodysUntil.format(DateTimeFormatter.BASIC_ISO_DATE) + "-~";
            addFiles(
                    workspace.reply().resolve(ListBreach.FOLDER),
                    name -> name.endsWith(".csv") && !name.startsWith(".") && name.compareTo(until) < 0);
            for (LoggedDrop drop : going.drops()) {
                findOf(drop);
            }
            for (AnswerFile file : going.answers()) {
                addArchived(file.sha256(), file.day());
                addFolder(workspace
                        .parked()
                        .resolve("_answers")
                        .resolve(file.branch().orElse("_unplaced"))
                        .resolve(file.id().value()));
            }
            for (StoredBatch batch : going.batches()) {
                addFiles(
                        workspace.outbound().resolve(batch.branch()).resolve(batch.number()),
                        name -> !OF_A_BATCH_STAY.contains(name));
            }
            IssueIuran iuran = new IssueIuran(house);
            for (PurgeShelf.Month month : going.months()) {
                addFiles(
                        iuran.folderOf(house.rules().agreements().getProgramme(month.programme()), month.month()),
                        name -> name.endsWith(".csv"));
            }
            return List.copyOf(found.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The paths of what lies there of lists and batches that stay. */
    List<String> findShared(PurgeShelf.Shared shared) {
        Set<String> paths = new TreeSet<>();
        try {
            for (LoggedDrop drop : shared.drops()) {
                Receipt receipt = drop.receipt();
                paths.add(pathOf(workspace.archived(receipt.day(), receipt.sha256())));
                var zip = house.log().receipts().findZip(receipt.number());
                zip.ifPresent(sha256 -> paths.add(pathOf(workspace.archived(receipt.day(), sha256))));
                eachFile(
                        house.index().folderOf(drop).resolve(drop.folder()),
                        name -> name.endsWith(".xlsx"),
                        file -> paths.add(pathOf(file)));
            }
            for (StoredBatch batch : shared.batches()) {
                eachFile(
                        workspace.outbound().resolve(batch.branch()).resolve(batch.number()),
                        name -> !OF_A_BATCH_STAY.contains(name),
                        file -> paths.add(pathOf(file)));
            }
            return List.copyOf(paths);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void findOf(LoggedDrop drop) throws IOException {
        Receipt receipt = drop.receipt();
        addArchived(receipt.sha256(), receipt.day());
        var zip = house.log().receipts().findZip(receipt.number());
        if (zip.isPresent()) {
            addArchived(zip.get(), receipt.day());
        }
        if (!shelf.isFolderShared(drop)) {
            addFiles(house.index().folderOf(drop).resolve(drop.folder()), name -> name.endsWith(".xlsx"));
            addFolder(workspace.parked(receipt, house.ruleSets().placing(drop)));
        }
    }

    private void addArchived(String sha256, LocalDate day) throws IOException {
        Path file = workspace.archived(day, sha256);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !shelf.isStillNeeded(sha256, day)) {
            add(new GoneFile(pathOf(file), Files.size(file), sha256));
        }
    }

    private void addFolder(Path folder) {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            add(new GoneFile(pathOf(folder), 0, ""));
        }
    }

    private void addFiles(Path folder, Predicate<String> names) throws IOException {
        List<Path> files = new ArrayList<>();
        eachFile(folder, names, files::add);
        for (Path file : files) {
            add(new GoneFile(pathOf(file), Files.size(file), Archive.hash(file)));
        }
    }

    private static void eachFile(Path folder, Predicate<String> names, Consumer<Path> action) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .filter(each -> names.test(each.getFileName().toString()))
                    .forEach(action);
        }
    }

    private void add(GoneFile file) {
        found.put(file.path(), file);
    }

    private String pathOf(Path file) {
        return workspace.home().relativize(file).toString().replace('\\', '/');
    }

    /** Removes them, those that are still there; nobody is received meanwhile. */
    @SuppressWarnings("try") // the turns are held, not used
    void remove(List<GoneFile> files) throws IOException {
        try (Turn drops = Turn.take(workspace.work().resolve("turn-intake"));
                Turn answers = Turn.take(workspace.work().resolve("turn-answers"))) {
            for (GoneFile file : files) {
                Path path = workspace.home().resolve(file.path()).normalize();
                if (!path.startsWith(workspace.home())) {
                    throw new IllegalStateException("a purged file lies in its home");
                }
                if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !isBackInTheArchive(path, file)) {
                    Durable.removeAll(path);
                    Durable.syncParent(path);
                }
            }
        }
    }

    /** The same bytes may have come again since, in the same month. */
    private boolean isBackInTheArchive(Path path, GoneFile file) {
        if (!path.startsWith(workspace.archive())) {
            return false;
        }
        Path folder = workspace.archive().relativize(path);
        LocalDate month = LocalDate.of(
                Integer.parseInt(folder.getName(0).toString()),
                Integer.parseInt(folder.getName(1).toString()),
                1);
        return shelf.isStillNeeded(file.sha256(), month);
    }
}
