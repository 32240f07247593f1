package id.jembatan.normalise;

import java.util.Locale;

/** A name as the register keeps it: tidied, in upper case (SPEC section 5, Name). */
final class NameTidier {

    private NameTidier() {}

    static String tidy(String raw) {
        String text = SpreadsheetErrors.without(TextTidier.tidy(raw));
        String upper = text.toUpperCase(Locale.ROOT);
        // only a letter outside ASCII can leave the NFC form when it is raised
        return upper.equals(text) ? text : TextTidier.tidy(upper);
    }
}
