package id.jembatan.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts that are something other than a list with delimiters, told by how they begin. */
final class Markup {

    private static final String[] HTML_BEGINS = {
        "<!doctype html", "<html", "<head", "<meta", "<table", "<body", "<style", "<title", "<div", "<script", "<!--"
    };

    private static final Pattern TAG = Pattern.compile("<[a-z_][\\w:.-]*[\\s/>]");
    private static final Pattern BARE_NAME = Pattern.compile("[a-z_]\\w*\\s*:");
    private static final JsonFactory JSON = new JsonFactory();

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
        if (text.contains("urn:schemas-microsoft-com:office:spreadsheet") || text.contains("excel.sheet")) {
            return Optional.of(Format.XML_SPREADSHEET);
        }
        if (text.contains("<table") || text.contains("<td")) {
            return Optional.of(Format.HTML);
        }
        if (text.startsWith("<?xml") || text.startsWith("<!doctype") || text.contains("xmlns")) {
            return Optional.of(text.contains("<html") ? Format.HTML : Format.XML);
        }
        // a title in angle brackets is never closed
        return TAG.matcher(text).lookingAt() && text.contains("</") ? Optional.of(Format.XML) : Optional.empty();
    }

    /** A line of a list may begin with a bracket too, hence the look at what follows it. NDJSON is JSON here. */
    private static Optional<Format> json(String text) {
        boolean json = (text.startsWith("[") && beginsArray(text)) || (text.startsWith("{") && beginsObject(text));
        return json ? Optional.of(Format.JSON) : Optional.empty();
    }

    private static boolean beginsArray(String text) {
        String rest = text.substring(1).stripLeading();
        return rest.isEmpty() || rest.startsWith("{") || rest.startsWith("]") || isWhole(text);
    }

    private static boolean beginsObject(String text) {
        String rest = text.substring(1).stripLeading();
        // a name without quotes is what a program wrote that does not know JSON well, and not the title of a list
        return rest.isEmpty()
                || "\"'}".indexOf(rest.charAt(0)) >= 0
                || BARE_NAME.matcher(rest).lookingAt();
    }

    /** Whether an array of something else than objects is all that the text holds, as far as it is known. */
    private static boolean isWhole(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JsonEOFException e) {
            return text.length() >= TextScan.HEAD;
        } catch (IOException e) {
            // not JSON: a list whose first cell begins with a bracket
            return false;
        }
    }
}
