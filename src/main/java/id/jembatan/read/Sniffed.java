package id.jembatan.read;

import java.util.Optional;

/**
 * What a look at the whole file told.
 *
 * @param text how the text is encoded; empty for what is no text
 */
record Sniffed(Format format, Optional<TextScan> text) {

    static Sniffed binary(Format format) {
        return new Sniffed(format, Optional.empty());
    }
}
