package id.jembatan.read;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One CSV file with all that must be known to parse it.
 *
 * @param linesBefore 1 when an Excel {@code sep=} line stands above the list, else 0
 */
record CsvText(Path file, TextScan scan, char delimiter, int linesBefore) {

    private static final int LONGEST_SEP_LINE = 16;

    /** Obeys a {@code sep=} line; without one the delimiter is still to be chosen. */
    static Optional<CsvText> withSepLine(Path file, TextScan scan) {
        try (Reader text = scan.open(file)) {
            return delimiterOf(firstLine(text)).map(delimiter -> new CsvText(file, scan, delimiter, 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CsvText plain(Path file, TextScan scan, char delimiter) {
        return new CsvText(file, scan, delimiter, 0);
    }

    /** The text from behind the {@code sep=} line. */
    Reader open() throws IOException {
        Reader text = scan.open(file);
        if (linesBefore == 0) {
            return text;
        }
        try {
            return behindFirstLine(text);
        } catch (IOException e) {
            text.close();
            throw e;
        }
    }

    private static Reader behindFirstLine(Reader text) throws IOException {
        PushbackReader rest = new PushbackReader(text);
        int c = rest.read();
        while (c >= 0 && c != '\r' && c != '\n') {
            c = rest.read();
        }
        int next = c == '\r' ? rest.read() : -1;
        if (next >= 0 && next != '\n') {
            rest.unread(next);
        }
        return rest;
    }

    private static String firstLine(Reader text) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = text.read();
        while (c >= 0 && c != '\r' && c != '\n' && line.length() <= LONGEST_SEP_LINE) {
            line.append((char) c);
            c = text.read();
        }
        return line.toString();
    }

    /** {@code sep=;} as Excel reads it, also quoted, also with trailing delimiters. */
    private static Optional<Character> delimiterOf(String line) {
        String bare = line.startsWith("\"") ? line.substring(1) : line;
        if (!bare.regionMatches(true, 0, "sep=", 0, 4) || bare.length() < 5 || line.length() > LONGEST_SEP_LINE) {
            return Optional.empty();
        }
        char delimiter = bare.charAt(4);
        for (int i = 5; i < bare.length(); i++) {
            if (bare.charAt(i) != delimiter && bare.charAt(i) != '"') {
                return Optional.empty();
            }
        }
        boolean usable = delimiter != '"' && !Character.isLetterOrDigit(delimiter) && delimiter != ' ';
        return usable ? Optional.of(delimiter) : Optional.empty();
    }
}
