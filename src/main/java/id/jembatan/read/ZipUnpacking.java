package id.jembatan.read;

import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Limits;
import id.jembatan.domain.Refusal;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Unpacks a ZIP of lists (SPEC section 4, "Formats"): every file in it, in the order of the directory, which alone counts.
 * Names are never paths here. All of it is proved before any of it is used. Thread-safe.
 */
public final class ZipUnpacking {

    private static final int BUFFER = 1 << 16;

    private final Limits limits;

    public ZipUnpacking(Limits limits) {
        this.limits = limits;
    }

    /**
     * Whether the file is a ZIP and not a workbook or document that is one inside. What cannot be told is none: reading
     * it will say what is wrong with it.
     */
    public boolean isZip(Path file) throws IOException {
        if (Files.size(file) > limits.file() || !beginsLikeZip(file)) {
            return false;
        }
        try {
            return ZipDirectory.tell(file) == Format.ZIP;
        } catch (DropRefused untold) {
            return false;
        }
    }

    private static boolean beginsLikeZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Signatures.find(in.readNBytes(Signatures.LONGEST))
                    .filter(format -> format == Format.ZIP || format == Format.ENCRYPTED_ZIP)
                    .isPresent();
        }
    }

    /**
     * Unpacks into the folder.
     *
     * @return one or more
     * @throws DropRefused when the ZIP is refused whole: FILE_BOMB past a limit, FILE_BROKEN when the directory or an
     *     entry is not what it says, FILE_EMPTY without a file
     */
    public List<ZippedFile> unpack(Path zip, Path folder) throws IOException {
        try (FileChannel file = FileChannel.open(zip)) {
            List<ZipMember> members = list(file);
            Unpacked unpacked = new Unpacked(limits);
            List<ZippedFile> files = new ArrayList<>();
            for (int i = 0; i < members.size(); i++) {
                if (members.get(i).isFile()) {
                    files.add(unpack(file, members.get(i), i + 1, folder, unpacked));
                }
            }
            if (files.isEmpty()) {
                throw new DropRefused(FindingCode.FILE_EMPTY, "zip");
            }
            return files;
        } catch (ZipException | EOFException e) {
            throw new DropRefused(FindingCode.FILE_BROKEN, "zip");
        }
    }

    private List<ZipMember> list(FileChannel file) throws IOException {
        ZipEnd end = ZipEnd.find(file);
        List<ZipMember> members = new ArrayList<>();
        // an honest directory lets a bomb be refused at once; a lying one is found out while unpacking
        Unpacked declared = new Unpacked(limits);
        long count = ZipDirectory.walk(file, end, member -> {
            if (members.size() == limits.entries()) {
                throw new DropRefused(FindingCode.FILE_BOMB, "entries", String.valueOf(limits.entries()));
            }
            members.add(member);
            declared.add(member.length());
        });
        if (count != end.entries()) { // a list that the directory lost would be nobody's
            throw new ZipException("directory: expected " + end.entries() + " entries, found " + count);
        }
        return members;
    }

    /** @param number of the entry in the directory: a refusal names no file, because its name may hold a person */
    private static ZippedFile unpack(FileChannel file, ZipMember member, int number, Path folder, Unpacked unpacked)
            throws IOException {
        Optional<Refusal> refusal = ZippedFile.refusalOf(member);
        Path target = folder.resolve(String.valueOf(number));
        try (OutputStream out = Files.newOutputStream(target);
                InputStream in = refusal.isPresent()
                        ? raw(file, member, unpacked)
                        : new PartStream(member.open(file), member.promised(), unpacked, Long.MAX_VALUE)) {
            copy(in, out, member.length());
        } catch (ZipException | EOFException e) {
            throw new DropRefused(FindingCode.FILE_BROKEN, "entry", String.valueOf(number));
        }
        return new ZippedFile(ZipName.base(member.name()), target, refusal);
    }

    private static InputStream raw(FileChannel file, ZipMember member, Unpacked unpacked) throws IOException {
        unpacked.add(member.length());
        return member.raw(file);
    }

    /** Reads to the end, but writes no more than was promised: an entry that lies must not fill the disk. */
    private static void copy(InputStream in, OutputStream out, long promised) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = promised;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, (int) Math.min(read, left));
            left -= Math.min(read, left);
        }
    }
}
