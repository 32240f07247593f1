package id.jembatan.validate;

import java.util.Locale;

/** A text by its letters and digits only, in upper case: how places, occupations and sectors are compared. */
final class PlainName {

    private PlainName() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString().toUpperCase(Locale.ROOT);
    }
}
