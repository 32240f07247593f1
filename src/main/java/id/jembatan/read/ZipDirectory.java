package id.jembatan.read;

import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** What a ZIP is the wrapping of, told by the names in its directory. */
final class ZipDirectory {

    /** Over 100,000 names. The JDK holds the whole directory in memory, so its length is asked before it is opened. */
    private static final long LONGEST_DIRECTORY = 16L << 20;

    private ZipDirectory() {}

    /** Sees one entry after the other. */
    @FunctionalInterface
    interface Visitor {

        void see(ZipMember member) throws IOException;
    }

    static Format tell(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            Names names = new Names();
            walk(channel, ZipEnd.find(channel), names::see);
            return names.tell(channel);
        } catch (ZipException | EOFException e) {
            throw new DropRefused(FindingCode.FILE_BROKEN, "zip");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Shows every entry in the directory's order; nothing is kept.
     *
     * @return how many there are
     * @throws ZipException when it is not whole
     */
    static long walk(FileChannel file, ZipEnd end, Visitor visitor) throws IOException {
        if (end.length() > LONGEST_DIRECTORY) {
            throw new DropRefused(FindingCode.FILE_BOMB, "directory", String.valueOf(LONGEST_DIRECTORY));
        }
        InputStream directory = new BufferedInputStream(new FileRegion(file, end.offset(), end.length()));
        long count = 0;
        byte[] head = directory.readNBytes(ZipMember.HEAD);
        while (head.length == ZipMember.HEAD) {
            ByteBuffer fields = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
            if (fields.getInt(0) != ZipMember.SIGNATURE) {
                throw new ZipException("no entry of a directory");
            }
            visitor.see(ZipMember.read(fields, directory));
            count++;
            head = directory.readNBytes(ZipMember.HEAD);
        }
        if (head.length > 0) {
            throw new EOFException("the directory is cut");
        }
        return count;
    }

    /** Opens a ZIP whose directory is whole and of a sane length. */
    static ZipFile open(Path file) throws IOException {
        try {
            try (FileChannel channel = FileChannel.open(file)) {
                if (ZipEnd.find(channel).length() > LONGEST_DIRECTORY) {
                    throw new DropRefused(FindingCode.FILE_BOMB, "directory", String.valueOf(LONGEST_DIRECTORY));
                }
            }
            return new ZipFile(file.toFile());
        } catch (EOFException | ZipException | IllegalArgumentException e) {
            // the JDK says the first where a comment is cut off, the last of names that are no UTF-8
            throw new DropRefused(FindingCode.FILE_BROKEN, "zip");
        }
    }

    /** What the names say. */
    private static final class Names {

        private boolean binary;
        private boolean word;
        private boolean slides;
        private boolean excel;
        private boolean encrypted;
        private @Nullable ZipMember contentTypes;
        private @Nullable ZipMember mimetype;

        void see(ZipMember member) {
            String name = member.name().replace('\\', '/').toLowerCase(Locale.ROOT);
            binary |= name.equals("xl/workbook.bin");
            word |= name.startsWith("word/");
            slides |= name.startsWith("ppt/");
            excel |= name.startsWith("xl/");
            encrypted |= member.isEncrypted();
            contentTypes = member.name().equals("[Content_Types].xml") ? member : contentTypes;
            mimetype = member.name().equals("mimetype") ? member : mimetype;
        }

        Format tell(FileChannel file) throws IOException {
            if (binary) {
                return Format.XLSB;
            }
            if (word) {
                return Format.WORD;
            }
            if (slides) {
                return Format.POWERPOINT;
            }
            if (excel || holds(file, contentTypes, "spreadsheetml")) {
                return encrypted ? Format.ENCRYPTED_ZIP : Format.XLSX;
            }
            if (holds(file, mimetype, "opendocument.spreadsheet")) {
                return Format.ODS;
            }
            return holds(file, mimetype, "opendocument.text") ? Format.WORD : Format.ZIP;
        }

        private static boolean holds(FileChannel file, @Nullable ZipMember member, String word) throws IOException {
            if (member == null || member.isEncrypted() || !member.isReadable()) {
                return false;
            }
            try (InputStream in = member.open(file)) {
                return new String(in.readNBytes(1 << 16), StandardCharsets.UTF_8).contains(word);
            }
        }
    }
}
