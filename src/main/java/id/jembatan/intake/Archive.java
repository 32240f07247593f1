package id.jembatan.intake;

import id.jembatan.disk.Durable;
import id.jembatan.domain.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

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

    /**
     * Copies the file's bytes into the archive, so that they survive a power cut; the source stays.
     *
     * @return empty when the source changed while it was read: it is to be taken again, whole
     */
    public Optional<Kept> keep(Path source, LocalDate day) throws IOException {
        Durable.makeFolders(work);
        Path copy = work.resolve("receiving-" + Thread.currentThread().getId());
        BasicFileAttributes before = look(source);
        Kept kept = copy(source, copy);
        if (!isSame(before, look(source)) || kept.bytes() != before.size()) {
            Files.delete(copy);
            return Optional.empty();
        }
        Path archived = workspace.archived(day, kept.sha256());
        Durable.makeFolders(workspace.archiveFolder(day));
        if (Files.exists(archived)) {
            Files.delete(copy);
        } else {
            Durable.makeReadOnly(copy);
            Durable.publishFile(copy, archived);
        }
        return Optional.of(kept);
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

    private static BasicFileAttributes look(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isSame(BasicFileAttributes before, BasicFileAttributes after) {
        return before.size() == after.size()
                && before.lastModifiedTime().equals(after.lastModifiedTime())
                && Objects.equals(before.fileKey(), after.fileKey());
    }
}
