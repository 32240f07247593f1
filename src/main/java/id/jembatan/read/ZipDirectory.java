package id.jembatan.read;

import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What a ZIP is the wrapping of, told by the names in its directory. */
final class ZipDirectory {

    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    /** Over 100,000 names. The JDK holds the whole directory in memory, so its length is asked before it is opened. */
    private static final long LONGEST_DIRECTORY = 16L << 20;

    private ZipDirectory() {}

    static Format tell(Path file) {
        try (ZipFile zip = open(file)) {
            return tell(zip);
        } catch (ZipException e) {
            throw new DropRefused(FindingCode.FILE_BROKEN, "zip");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a ZIP whose directory is whole and of a sane length. */
    static ZipFile open(Path file) throws IOException {
        try {
            if (directoryLength(file) > LONGEST_DIRECTORY) {
                throw new DropRefused(FindingCode.FILE_BOMB, "directory", String.valueOf(LONGEST_DIRECTORY));
            }
            return new ZipFile(file.toFile());
        } catch (ZipException | IllegalArgumentException e) {
            // the JDK says the latter of names that are no UTF-8
            throw new DropRefused(FindingCode.FILE_BROKEN, "zip");
        }
    }

    private static Format tell(ZipFile zip) throws IOException {
        boolean excel = false;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName().replace('\\', '/').toLowerCase(Locale.ROOT);
            if (name.equals("xl/workbook.bin")) {
                return Format.XLSB;
            }
            if (name.startsWith("word/")) {
                return Format.WORD;
            }
            if (name.startsWith("ppt/")) {
                return Format.POWERPOINT;
            }
            excel |= name.startsWith("xl/");
        }
        if (excel || holds(zip, "[Content_Types].xml", "spreadsheetml")) {
            return Format.XLSX;
        }
        return tellOpenDocument(zip);
    }

    private static Format tellOpenDocument(ZipFile zip) throws IOException {
        if (holds(zip, "mimetype", "opendocument.spreadsheet")) {
            return Format.ODS;
        }
        if (holds(zip, "mimetype", "opendocument.text")) {
            return Format.WORD;
        }
        return Format.ZIP;
    }

    private static boolean holds(ZipFile zip, String name, String word) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return false;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(1 << 16), StandardCharsets.UTF_8).contains(word);
        }
    }

    private static long directoryLength(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(bytes.length(), END_LENGTH + LONGEST_COMMENT);
            byte[] tail = new byte[length];
            bytes.seek(bytes.length() - length);
            bytes.readFully(tail);
            ByteBuffer end = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = length - END_LENGTH; at >= 0; at--) {
                if (end.getInt(at) == END_SIGNATURE) {
                    long size = Integer.toUnsignedLong(end.getInt(at + 12));
                    return size == 0xFFFFFFFFL ? longDirectoryLength(bytes, end, at - 20) : size;
                }
            }
            throw new ZipException("no end of directory");
        }
    }

    private static long longDirectoryLength(RandomAccessFile bytes, ByteBuffer end, int locator) throws IOException {
        if (locator < 0 || end.getInt(locator) != LOCATOR_SIGNATURE) {
            throw new ZipException("no locator of a long directory");
        }
        long at = end.getLong(locator + 8);
        if (at < 0 || at > bytes.length() - 56) {
            throw new ZipException("long directory out of the file");
        }
        bytes.seek(at + 40);
        long size = Long.reverseBytes(bytes.readLong());
        return size < 0 ? Long.MAX_VALUE : size;
    }
}
