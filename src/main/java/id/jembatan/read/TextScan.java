package id.jembatan.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a text is encoded, told by one pass over all of it: one stray byte at the end of a long list decides between
 * UTF-8 and Windows-1252. Memory does not grow with the file.
 *
 * @param bom bytes of byte order mark to skip
 * @param blank whether nothing in it can be seen
 * @param unreadable what it is instead, when it is no text that we read
 */
record TextScan(Charset charset, int bom, boolean blank, Optional<Format> unreadable) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int BUFFER = 1 << 16;
    /** How much of a text is looked at to tell what it is. */
    static final int HEAD = 4_096;

    /** SPEC section 4: text with more than 1 % NUL is refused. */
    private static final double MOST_NULS = 0.01;
    /** Compressed or random bytes hold 10 % of these, a text none; the difference keeps odd texts readable. */
    private static final double MOST_CONTROLS = 0.05;

    static TextScan of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            int length = in.readNBytes(buffer, 0, BUFFER);
            Optional<Charset> marked = marked(buffer, length);
            Tally tally = new Tally(marked.isEmpty() || marked.get().equals(StandardCharsets.UTF_8));
            while (length > 0) {
                tally.add(buffer, length);
                length = in.readNBytes(buffer, 0, BUFFER);
            }
            Charset charset = marked.orElse(tally.isUtf8() ? StandardCharsets.UTF_8 : WINDOWS_1252);
            if (charset.equals(StandardCharsets.UTF_8) && !tally.isUtf8()) {
                charset = WINDOWS_1252;
            }
            int bom = marked.map(mark -> mark.equals(StandardCharsets.UTF_8) ? 3 : 2)
                    .orElse(0);
            Optional<Format> unreadable = tally.judge(bom == 2);
            boolean blank = unreadable.isEmpty() && !tally.seen && isBlank(file, charset, bom);
            return new TextScan(charset, bom, blank, unreadable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole text from behind the byte order mark. */
    Reader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(bom);
            return new InputStreamReader(in, charset);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The same, where a byte that is no text in UTF-8 or UTF-16 is an error: JSON knows no other encoding. */
    Reader openUnicode(Path file) throws IOException {
        Charset unicode = charset.equals(WINDOWS_1252) ? StandardCharsets.UTF_8 : charset;
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(bom);
            return new InputStreamReader(
                    in,
                    unicode.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The first thousands of characters. */
    String head(Path file) {
        try (Reader reader = open(file)) {
            char[] head = new char[HEAD];
            int length = 0;
            int read = 0;
            while (length < HEAD && read >= 0) {
                length += read;
                read = reader.read(head, length, HEAD - length);
            }
            return new String(head, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Charset> marked(byte[] head, int length) {
        if (length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    private static boolean isBlank(Path file, Charset charset, int bom) throws IOException {
        try (Reader reader = new TextScan(charset, bom, false, Optional.empty()).open(file)) {
            char[] buffer = new char[BUFFER];
            for (int length = reader.read(buffer); length >= 0; length = reader.read(buffer)) {
                for (int i = 0; i < length; i++) {
                    if (!isInvisible(buffer[i])) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    private static boolean isInvisible(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }

    /** Counts what tells a text from something else. */
    private static final class Tally {

        private final CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final CharBuffer decoded = CharBuffer.allocate(BUFFER + 8);
        private final ByteBuffer pending = ByteBuffer.allocate(BUFFER + 8);
        private boolean valid;
        private boolean seen;
        private long bytes;
        private long evenNuls;
        private long oddNuls;
        private long nulPairs;
        private long controls;

        Tally(boolean maybeUtf8) {
            this.valid = maybeUtf8;
        }

        /** All but the last call bring an even number of bytes. */
        void add(byte[] buffer, int length) {
            boolean before = seen;
            int all = 0;
            for (int i = 0; i < length; i++) {
                byte b = buffer[i];
                all |= b;
                if (b == 0) {
                    count(buffer, i);
                } else if (b > 0 && b < 0x20 && !(b >= '\t' && b <= '\r')) {
                    controls++;
                } else if (b > 0x20 && b < 0x7F) {
                    before = true;
                }
            }
            seen = before;
            bytes += length;
            boolean ascii = all >= 0 && pending.position() == 0;
            if (valid && !ascii) {
                decode(buffer, length);
            }
        }

        private void count(byte[] buffer, int i) {
            if ((i & 1) == 0) {
                evenNuls++;
            } else {
                oddNuls++;
                if (buffer[i - 1] == 0) {
                    nulPairs++;
                }
            }
        }

        private void decode(byte[] buffer, int length) {
            pending.put(buffer, 0, length).flip();
            decoded.clear();
            valid = !utf8.decode(pending, decoded, false).isError();
            pending.compact();
        }

        boolean isUtf8() {
            // bytes left over are a character that the end of the file cut
            return valid && pending.position() == 0;
        }

        Optional<Format> judge(boolean utf16) {
            long nuls = evenNuls + oddNuls;
            if (utf16) {
                return nulPairs > bytes * MOST_NULS / 2 ? Optional.of(Format.BINARY) : Optional.empty();
            }
            if (nuls > bytes * MOST_NULS) {
                boolean everySecond = Math.max(evenNuls, oddNuls) > 0.9 * nuls && nuls > 0.2 * bytes;
                return Optional.of(everySecond ? Format.UTF16_WITHOUT_BOM : Format.BINARY);
            }
            return controls > bytes * MOST_CONTROLS ? Optional.of(Format.BINARY) : Optional.empty();
        }
    }
}
