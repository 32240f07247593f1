package id.jembatan.validate;

import java.util.Locale;

/** A text by its letters and digits only, in upper case: how places, occupations and sectors are compared. */
final class PlainName {

    private PlainName() {}

    static String of(String text) {
        char[] plain = new char[text.length()];
        int length = 0;
        boolean ascii = true;
        for (int i = 0; i < plain.length; i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                ascii &= c < 0x80;
                plain[length++] = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
            }
        }
        String name = new String(plain, 0, length);
        // a letter beyond ASCII may become two
        return ascii ? name : name.toUpperCase(Locale.ROOT);
    }
}
