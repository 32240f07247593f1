package id.jembatan.read;

import java.util.Locale;
import java.util.Optional;

/** Texts that are something other than a list with delimiters, told by how they begin. */
final class Markup {

    private static final String[] HTML_BEGINS = {
        "<!doctype html", "<html", "<head", "<meta", "<table", "<body", "<style", "<title", "<div", "<script", "<!--"
    };

    private Markup() {}

    /** @param head the text's first thousands of characters */
    static Optional<Format> find(String head) {
        String text = head.stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("mime-version:")) {
            return Optional.of(Format.HTML);
        }
        if (text.startsWith("<")) {
            return markup(text);
        }
        return json(text);
    }

    private static Optional<Format> markup(String text) {
        for (String begin : HTML_BEGINS) {
            if (text.startsWith(begin)) {
                return Optional.of(Format.HTML);
            }
        }
        if (text.startsWith("<?xml") || text.startsWith("<!doctype") || text.contains("xmlns")) {
            return Optional.of(text.contains("<html") ? Format.HTML : Format.XML);
        }
        return Optional.empty();
    }

    /** A line of a list may begin with a bracket, hence the look at what follows it. */
    private static Optional<Format> json(String text) {
        String rest = text.isEmpty() ? "" : text.substring(1).stripLeading();
        if (text.startsWith("[") && (rest.startsWith("{") || rest.startsWith("]"))) {
            return Optional.of(Format.JSON);
        }
        if (text.startsWith("{") && (rest.startsWith("\"") || rest.startsWith("}"))) {
            return Optional.of(isLineByLine(text) ? Format.NDJSON : Format.JSON);
        }
        return Optional.empty();
    }

    /** Whether the first line is a whole object and another object follows it. */
    private static boolean isLineByLine(String text) {
        int end = text.indexOf('\n');
        return end >= 0
                && text.substring(0, end).stripTrailing().endsWith("}")
                && text.substring(end).stripLeading().startsWith("{");
    }
}
