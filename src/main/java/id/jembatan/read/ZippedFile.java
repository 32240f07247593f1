package id.jembatan.read;

import id.jembatan.domain.Refusal;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that came in a ZIP.
 *
 * @param name without folders
 * @param bytes where it lies unpacked; of what cannot be unpacked, the bytes as they lay in the ZIP
 * @param refusal why it cannot be unpacked: it is encrypted, or packed as nothing here unpacks
 */
public record ZippedFile(String name, Path bytes, Optional<Refusal> refusal) {

    /** The place only: a file's name may hold a person. */
    @Override
    public String toString() {
        return bytes.toString();
    }
}
