package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.pipeline.RulesLost.Why;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code journal/rules/<sha256>/}: each set of rules that anything was received under, once, read-only. */
final class RuleArchive {

    private final Path sets;
    private final Path work;

    /**
     * To archive rules.
     *
     * @param sets the folder of all sets
     * @param work a folder of this node's own, on the same file system
     */
    RuleArchive(Path sets, Path work) {
        this.sets = sets;
        this.work = work;
    }

    /** Puts the set there, unless it is there: whole, and so that it survives a power cut. */
    void keep(RuleFiles rules) throws IOException {
        Path folder = sets.resolve(rules.sha256());
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                && findFault(rules.sha256()).isEmpty()) {
            return;
        }
        Path unfinished = work.resolve("rules-" + rules.sha256());
        Durable.removeAll(unfinished);
        write(rules, unfinished);
        Durable.makeFolders(sets);
        publish(rules.sha256(), unfinished, folder);
    }

    private static void write(RuleFiles rules, Path unfinished) throws IOException {
        Durable.makeFolders(unfinished);
        for (Map.Entry<String, byte[]> each : rules.contents().entrySet()) {
            Path file = unfinished.resolve(each.getKey());
            Durable.makeFolders(Objects.requireNonNull(file.getParent()));
            Durable.makeFile(file);
            Files.write(file, each.getValue());
            Durable.makeReadOnly(file);
        }
        Durable.syncAll(unfinished);
        try (Stream<Path> folders = Files.list(unfinished)) {
            for (Path each : folders.filter(Files::isDirectory).toList()) {
                Durable.sync(each);
            }
        }
    }

    /** What lies there already is another node's, and the same; or it is damaged, and what is in hand is not. */
    private void publish(String sha256, Path unfinished, Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && findFault(sha256).isPresent()) {
            Durable.removeAll(folder);
        }
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    || findFault(sha256).isPresent()) {
                throw e;
            }
            Durable.removeAll(unfinished); // another node was first
        }
        Durable.sync(sets);
    }

    /**
     * The folder of a set, every file proved by its hash.
     *
     * @throws RulesLost when it is not there, or not as it was archived
     */
    Path open(String sha256) {
        Optional<RulesLost> fault = findFault(sha256);
        if (fault.isPresent()) {
            throw fault.get();
        }
        return sets.resolve(sha256);
    }

    private Optional<RulesLost> findFault(String sha256) {
        Path folder = sets.resolve(sha256);
        Path list = folder.resolve(RuleFiles.SUMS);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new RulesLost(Why.GONE, sha256, folder, null));
        }
        try {
            byte[] sums = Files.readAllBytes(list);
            if (!RuleFiles.hash(sums).equals(sha256)) {
                return Optional.of(damaged(sha256, list));
            }
            Set<String> there = listFiles(folder);
            there.remove(RuleFiles.SUMS);
            for (String line : new String(sums, StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.isEmpty()) {
                    continue;
                }
                String[] hashAndName = line.split("  ", 2);
                Path file = folder.resolve(hashAndName[1]);
                if (!there.remove(hashAndName[1])
                        || !RuleFiles.hash(Files.readAllBytes(file)).equals(hashAndName[0])) {
                    return Optional.of(damaged(sha256, file));
                }
            }
            return there.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            damaged(sha256, folder.resolve(there.iterator().next())));
        } catch (NoSuchFileException gone) {
            return Optional.of(damaged(sha256, list));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RulesLost damaged(String sha256, Path file) {
        return new RulesLost(Why.DAMAGED, sha256, file, null);
    }

    /** A file too many would be a rule too. */
    private static Set<String> listFiles(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(file -> names.add(folder.relativize(file).toString()));
        }
        return names;
    }
}
