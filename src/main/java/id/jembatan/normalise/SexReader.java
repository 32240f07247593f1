package id.jembatan.normalise;

import id.jembatan.domain.Reading;
import id.jembatan.domain.Sex;
import java.util.Locale;

/** The spellings of SPEC section 5, Sex; what is no letter or digit does not count. */
final class SexReader {
    private static final int LONGEST = 24;

    private SexReader() {}

    static Reading<Sex> read(String tidy) {
        if (tidy.isEmpty()) {
            return Reading.empty();
        }
        return switch (tidy.length() > LONGEST ? "" : bare(tidy)) {
            case "L", "LK", "LAKI", "LAKILAKI", "PRIA", "M", "MALE", "1" -> Reading.of(Sex.MALE);
            case "P", "PR", "PEREMPUAN", "WANITA", "F", "FEMALE", "2" -> Reading.of(Sex.FEMALE);
            default -> Reading.unreadable();
        };
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                bare.append(text.charAt(i));
            }
        }
        return bare.toString().toUpperCase(Locale.ROOT);
    }
}
