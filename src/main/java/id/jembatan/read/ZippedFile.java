package id.jembatan.read;

import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that came in a ZIP.
 *
 * @param name without folders
 * @param bytes where it lies unpacked; of what cannot be unpacked, the bytes as they lay in the ZIP
 * @param refusal why it cannot be unpacked: it is encrypted, or packed as nothing here unpacks
 */
public record ZippedFile(String name, Path bytes, Optional<Refusal> refusal) {

    private static final Refusal LOCKED = new Refusal(FindingCode.FILE_ENCRYPTED, List.of(Format.ENCRYPTED_ZIP.name()));
    private static final Refusal PACKED_OTHERWISE = new Refusal(FindingCode.FILE_FORMAT, List.of("packing"));

    /** Why nobody here can get it out of its ZIP. */
    static Optional<Refusal> refusalOf(ZipMember member) {
        if (member.isEncrypted()) {
            return Optional.of(LOCKED);
        }
        return member.isReadable() ? Optional.empty() : Optional.of(PACKED_OTHERWISE);
    }

    /** Whether that was said of how the file is packed, and not of what is in it. */
    public static boolean isRefusalOfPacking(Refusal refusal) {
        return refusal.equals(LOCKED) || refusal.equals(PACKED_OTHERWISE);
    }

    /** The place only: a file's name may hold a person. */
    @Override
    public String toString() {
        return bytes.toString();
    }
}
