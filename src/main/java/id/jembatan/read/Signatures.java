package id.jembatan.read;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The first bytes by which files that are no text are known. */
final class Signatures {

    /** Part of the general purpose flags of a ZIP entry: its data is encrypted. */
    private static final int ENCRYPTED = 1;

    private Signatures() {}

    static Optional<Format> find(byte[] head) {
        if (starts(head, "PK\3\4")) {
            return Optional.of(head.length > 6 && (head[6] & ENCRYPTED) != 0 ? Format.ENCRYPTED_ZIP : Format.ZIP);
        }
        if (starts(head, "PK\5\6") || starts(head, "PK\7\b")) {
            return Optional.of(Format.ZIP);
        }
        if (starts(head, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return Optional.of(Format.OLE2);
        }
        if (starts(head, "%PDF-")) {
            return Optional.of(Format.PDF);
        }
        if (starts(head, "{\\rtf")) {
            return Optional.of(Format.WORD);
        }
        if (isPicture(head)) {
            return Optional.of(Format.PICTURE);
        }
        if (starts(head, "Rar!") || starts(head, "7z\u00bc\u00af") || starts(head, "\u001f\u008b\b")) {
            return Optional.of(Format.ARCHIVE);
        }
        return Optional.empty();
    }

    private static boolean isPicture(byte[] head) {
        return starts(head, "\u0089PNG")
                || starts(head, "\u00ff\u00d8\u00ff")
                || starts(head, "GIF87a")
                || starts(head, "GIF89a")
                || starts(head, "II*\0")
                || starts(head, "MM\0*")
                || (starts(head, "RIFF") && has(head, 8, "WEBP"))
                || has(head, 4, "ftyphei")
                || has(head, 4, "ftypmif1")
                // a list may begin with the letters BM; a bitmap goes on with two reserved words of zero
                || (starts(head, "BM") && has(head, 6, "\0\0\0\0"));
    }

    private static boolean starts(byte[] head, String signature) {
        return has(head, 0, signature);
    }

    private static boolean has(byte[] head, int at, String signature) {
        byte[] bytes = signature.getBytes(StandardCharsets.ISO_8859_1);
        if (head.length < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (head[at + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
