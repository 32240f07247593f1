package id.jembatan.read;

import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells what a file is by its content, never by its name (SPEC section 4, "Formats").
 *
 * <p>Refuses here and now what has no content (FILE_EMPTY) and what is so damaged that it cannot be told (FILE_BROKEN).
 * An I/O failure is a fault and comes as {@link UncheckedIOException}.
 */
public final class FormatSniffer {

    private static final int HEAD = 8_192;

    public Format sniff(Path file) {
        return look(file).format();
    }

    Sniffed look(Path file) {
        try {
            byte[] head = head(file);
            if (head.length == 0) {
                throw new DropRefused(FindingCode.FILE_EMPTY);
            }
            return Signatures.find(head)
                    .map(signature -> Sniffed.binary(inside(file, signature)))
                    .orElseGet(() -> text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A ZIP and an OLE2 container are only the wrapping of what a person would call the format. */
    private static Format inside(Path file, Format signature) {
        return switch (signature) {
            case ZIP -> ZipDirectory.tell(file);
            case OLE2 -> Ole2Directory.tell(file);
            default -> signature;
        };
    }

    private static Sniffed text(Path file) {
        TextScan scan = TextScan.of(file);
        if (scan.blank()) {
            throw new DropRefused(FindingCode.FILE_EMPTY);
        }
        Format format = scan.unreadable()
                .or(() -> Markup.find(scan.head(file)))
                .map(it -> it == Format.JSON ? JsonKind.tell(file, scan) : it)
                .orElse(Format.CSV);
        return new Sniffed(format, Optional.of(scan));
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }
}
