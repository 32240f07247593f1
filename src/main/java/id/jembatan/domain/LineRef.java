package id.jembatan.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of one line of a batch, {@code <batch>/<no>} (SPEC section 8). */
public record LineRef(String batch, int line) {

    private static final Pattern WRITTEN =
            Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,119})\\s*/\\s*0*([1-9][0-9]{0,8})");

    /** Nothing when the text is no such name. */
    public static Optional<LineRef> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new LineRef(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return batch + "/" + line;
    }
}
