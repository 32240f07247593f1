package id.jembatan.intake;

import id.jembatan.disk.Durable;
import id.jembatan.domain.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the bytes of every file as they were received, read-only, under their hash. */
public final class Archive {

    private final Workspace workspace;
    private final Path work;

    /**
     * To archive into the workspace.
     *
     * @param work a folder of this node's own for copies in the making, on the same file system as the archive
     */
    public Archive(Workspace workspace, Path work) {
        this.workspace = workspace;
        this.work = work;
    }

    /**
     * What was kept.
     *
     * @param sha256 64 hex digits
     */
    public record Kept(String sha256, long bytes) {}

    /** By what a file is known to be the one that it was a moment ago. */
    public record Stamp(
            long bytes, FileTime modified, @Nullable Object key) {

        /** Of the file as it stands now; nothing when it is gone. */
        public static Optional<Stamp> of(Path file) throws IOException {
            try {
                BasicFileAttributes now =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                return Optional.of(new Stamp(now.size(), now.lastModifiedTime(), now.fileKey()));
            } catch (NoSuchFileException gone) {
                return Optional.empty();
            }
        }
    }

    /**
     * Copies the file's bytes into the archive, so that they survive a power cut; the source stays.
     *
     * @param before the source as it stood when it was found
     * @return empty when the source changed while it was read: it is to be taken again, whole
     */
    public Optional<Kept> keep(Path source, Stamp before, LocalDate day) throws IOException {
        Durable.makeFolders(work);
        Path copy = work.resolve("receiving-" + Thread.currentThread().getId());
        Kept kept = copy(source, copy);
        if (!Stamp.of(source).equals(Optional.of(before)) || kept.bytes() != before.bytes()) {
            Files.delete(copy);
            return Optional.empty();
        }
        putAway(copy, kept, day);
        return Optional.of(kept);
    }

    /** Where the bytes that were received on that day lie. */
    public Path find(String sha256, LocalDate day) {
        return workspace.archived(day, sha256);
    }

    /** Moves a file of this node's own work, such as one out of a ZIP, into the archive. */
    public Kept take(Path unfinished, LocalDate day) throws IOException {
        Kept kept = new Kept(hash(unfinished), Files.size(unfinished));
        putAway(unfinished, kept, day);
        return kept;
    }

    private void putAway(Path copy, Kept kept, LocalDate day) throws IOException {
        Path archived = workspace.archived(day, kept.sha256());
        Durable.makeFolders(workspace.archiveFolder(day));
        if (Files.exists(archived)) {
            Files.delete(copy);
        } else {
            Durable.makeReadOnly(copy);
            Durable.publishFile(copy, archived);
        }
    }

    private static Kept copy(Path source, Path copy) throws IOException {
        MessageDigest sha256 = sha256();
        Durable.makeFile(copy);
        try (InputStream in = new DigestInputStream(Files.newInputStream(source), sha256);
                OutputStream out = Files.newOutputStream(copy)) {
            long bytes = in.transferTo(out);
            return new Kept(HexFormat.of().formatHex(sha256.digest()), bytes);
        }
    }

    /** The hash of a file as the archive names it. */
    public static String hash(Path file) throws IOException {
        MessageDigest sha256 = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
