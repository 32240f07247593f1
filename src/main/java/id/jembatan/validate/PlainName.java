package id.jembatan.validate;

import java.util.Locale;

/** A text by its letters and digits only, in upper case: how places, occupations and sectors are compared. */
final class PlainName {

    private PlainName() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean ascii = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                ascii &= c < 0x80;
                plain.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
            }
        }
        // a letter beyond ASCII may become two
        return ascii ? plain.toString() : plain.toString().toUpperCase(Locale.ROOT);
    }
}
