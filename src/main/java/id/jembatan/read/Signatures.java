package id.jembatan.read;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The first bytes by which files that are no text are known. */
final class Signatures {

    /** Part of the general purpose flags of a ZIP entry: its data is encrypted. */
    private static final int ENCRYPTED = 1;

    /** So many bytes are enough to tell. */
    static final int LONGEST = 32;

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
        if (isWorkbookBefore97(head)) {
            return Optional.of(Format.XLS_OLD);
        }
        if (has(head, visible(head), "%PDF-")) {
            return Optional.of(Format.PDF);
        }
        if (starts(head, "{\\rtf")) {
            return Optional.of(Format.RTF);
        }
        if (isDatabase(head)) {
            return Optional.of(Format.DATABASE);
        }
        if (isPicture(head)) {
            return Optional.of(Format.PICTURE);
        }
        if (isArchive(head)) {
            return Optional.of(Format.ARCHIVE);
        }
        return Optional.empty();
    }

    /** The records of Excel 2 to 5 in a file without a container: a beginning, its length, its version. */
    private static boolean isWorkbookBefore97(byte[] head) {
        return starts(head, "\t\0\4\0")
                || starts(head, "\t\2\6\0")
                || starts(head, "\t\4\6\0")
                || starts(head, "\t\b\b\0\0\5")
                || starts(head, "\t\b\20\0\0\6");
    }

    /** Where a PDF may begin: some programs write a line or a mark before it. */
    private static int visible(byte[] head) {
        int at = starts(head, "\u00ef\u00bb\u00bf") ? 3 : 0;
        while (at < head.length && (head[at] == ' ' || (head[at] >= '\t' && head[at] <= '\r'))) {
            at++;
        }
        return at;
    }

    private static boolean isDatabase(byte[] head) {
        return starts(head, "SQLite format 3\0")
                || has(head, 4, "Standard Jet DB")
                || has(head, 4, "Standard ACE DB")
                || isDbase(head);
    }

    /** dBASE and FoxPro: a version, a day, and two reserved bytes of zero behind three lengths. */
    private static boolean isDbase(byte[] head) {
        if (head.length < 32 || !has(head, 12, "\0\0")) {
            return false;
        }
        boolean version = head[0] == 0x03 || head[0] == 0x30 || head[0] == (byte) 0x83 || head[0] == (byte) 0xF5;
        return version && head[2] >= 1 && head[2] <= 12 && head[3] >= 1 && head[3] <= 31;
    }

    private static boolean isArchive(byte[] head) {
        return starts(head, "Rar!")
                || starts(head, "7z\u00bc\u00af")
                || starts(head, "\u001f\u008b\b")
                || starts(head, "\u00fd7zXZ\0")
                || starts(head, "(\u00b5/\u00fd")
                || (starts(head, "BZh") && has(head, 4, "1AY&SY"))
                || has(head, 257, "ustar");
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
