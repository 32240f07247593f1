package id.jembatan.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** What an entry of a ZIP is called: bytes of one of several encodings, by whoever packed it, or whoever means harm. */
final class ZipName {

    /** The PC's own letters, where nothing else is said ([APPNOTE] D.1). */
    private static final Charset DOS =
            Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;

    private static final int UNICODE_PATH = 0x7075;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");
    private static final Pattern NO_NAME = Pattern.compile("\\s*\\.{0,2}\\s*");
    /** Bytes of a name of a file on Linux, at most. */
    private static final int LONGEST = 255;
    /** Of a longer one so many letters stay, each of at most four bytes. */
    private static final int LETTERS = 60;

    private ZipName() {}

    /**
     * The name with its folders. Whoever sets the flag writes UTF-8; Macs do so without it; some repeat the name in
     * Unicode in an extra field; the rest is the PC's.
     */
    static String decode(byte[] name, byte[] extra, boolean utf8) {
        Optional<String> unicode = extra(extra, UNICODE_PATH)
                .filter(field -> field.remaining() > 5 && field.get() == 1 && field.getInt() == crc(name))
                .map(field -> StandardCharsets.UTF_8.decode(field).toString());
        if (unicode.isPresent()) {
            return unicode.get();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(name, utf8 ? StandardCharsets.UTF_8 : DOS);
        }
    }

    private static int crc(byte[] name) {
        CRC32 crc = new CRC32();
        crc.update(name);
        return (int) crc.getValue();
    }

    /** The content of one extra field. */
    static Optional<ByteBuffer> extra(byte[] extra, int id) {
        ByteBuffer fields = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        while (fields.remaining() >= 4) {
            int found = Short.toUnsignedInt(fields.getShort());
            int length = Math.min(Short.toUnsignedInt(fields.getShort()), fields.remaining());
            if (found == id) {
                return Optional.of(fields.slice(fields.position(), length).order(ByteOrder.LITTLE_ENDIAN));
            }
            fields.position(fields.position() + length);
        }
        return Optional.empty();
    }

    /**
     * The name without folders, as a file may be called anywhere: no {@code ..}, nothing unprintable, not too long. It
     * is only ever shown, and given to a copy in {@code parked/}.
     */
    static String base(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String printable = UNPRINTABLE.matcher(last).replaceAll("_");
        if (NO_NAME.matcher(printable).matches()) {
            return "_";
        }
        if (printable.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return printable;
        }
        // the end says what kind of file it is
        int head = printable.offsetByCodePoints(0, LETTERS - 11);
        int tail = printable.offsetByCodePoints(printable.length(), -10);
        return printable.substring(0, head) + "…" + printable.substring(tail);
    }
}
