package id.jembatan.read;

import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** What an OLE2 container ([MS-CFB]) is the wrapping of, told by the names in its directory. */
final class Ole2Directory {

    private static final int HEADER = 512;
    private static final int ENTRY = 128;
    /** Sectors of the allocation table that the header itself lists. */
    private static final int LISTED = 109;
    /** Documents of people have some ten names; a ring of sectors must not hold us. */
    private static final int MOST_SECTORS = 1_000;

    private Ole2Directory() {}

    static Format tell(Path file) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            Set<String> names = names(bytes);
            if (names.contains("EncryptedPackage") || names.contains("EncryptionInfo")) {
                return Format.ENCRYPTED_WORKBOOK;
            }
            if (names.stream().anyMatch(Ole2Directory::isWorkbook)) {
                return Format.XLS;
            }
            if (names.contains("WordDocument")) {
                return Format.WORD;
            }
            return names.contains("PowerPoint Document") ? Format.POWERPOINT : Format.OLE2;
        } catch (EOFException e) {
            throw new DropRefused(FindingCode.FILE_BROKEN, "ole2");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWorkbook(String name) {
        // some writers spell the name in capitals
        return name.equalsIgnoreCase("Workbook") || name.equalsIgnoreCase("Book");
    }

    private static Set<String> names(RandomAccessFile bytes) throws IOException {
        ByteBuffer header = read(bytes, 0, HEADER);
        int shift = header.getShort(0x1E);
        if (shift != 9 && shift != 12) {
            throw new DropRefused(FindingCode.FILE_BROKEN, "ole2");
        }
        int size = 1 << shift;
        Set<String> names = new HashSet<>();
        int sector = header.getInt(0x30);
        for (int visited = 0; sector >= 0; visited++) {
            if (visited == MOST_SECTORS) {
                throw new DropRefused(FindingCode.FILE_BROKEN, "ole2");
            }
            collect(read(bytes, (sector + 1L) << shift, size), names);
            sector = next(bytes, header, sector, size);
        }
        return names;
    }

    /** The sector that follows in the chain; negative at its end, and where the header does not list that far. */
    private static int next(RandomAccessFile bytes, ByteBuffer header, int sector, int size) throws IOException {
        int perSector = size / Integer.BYTES;
        int listed = sector / perSector;
        if (listed >= LISTED) {
            return -1;
        }
        int table = header.getInt(0x4C + listed * Integer.BYTES);
        if (table < 0) {
            return -1;
        }
        long at = (table + 1L) * size + (long) (sector % perSector) * Integer.BYTES;
        return read(bytes, at, Integer.BYTES).getInt(0);
    }

    private static void collect(ByteBuffer sector, Set<String> names) {
        for (int at = 0; at + ENTRY <= sector.capacity(); at += ENTRY) {
            int length = sector.getShort(at + 64);
            if (length > 2 && length <= 64) {
                byte[] name = new byte[length - 2];
                sector.get(at, name);
                names.add(new String(name, StandardCharsets.UTF_16LE));
            }
        }
    }

    private static ByteBuffer read(RandomAccessFile bytes, long at, int length) throws IOException {
        byte[] read = new byte[length];
        bytes.seek(at);
        bytes.readFully(read);
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }
}
