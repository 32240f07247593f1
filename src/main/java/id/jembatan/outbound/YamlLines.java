package id.jembatan.outbound;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** In which line of a profile each key stands: so that a mistake names the line that is to be mended. */
final class YamlLines {

    private static final YAMLFactory YAML = new YAMLFactory();

    private final Map<String, Integer> lines = new HashMap<>();

    private YamlLines() {}

    static YamlLines of(String text) throws IOException {
        YamlLines found = new YamlLines();
        try (YAMLParser parser = YAML.createParser(text)) {
            if (parser.nextToken() != null) {
                found.walk(parser, "");
            }
        }
        return found;
    }

    private void walk(YAMLParser parser, String path) throws IOException {
        lines.putIfAbsent(path, lineOf(parser));
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
                lines.putIfAbsent(key, lineOf(parser));
                parser.nextToken();
                walk(parser, key);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int item = 1; parser.nextToken() != JsonToken.END_ARRAY; item++) {
                walk(parser, path + "[" + item + "]");
            }
        }
    }

    private static int lineOf(YAMLParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    /**
     * The line of the key, or of what it is missing from.
     *
     * @param key as a mistake names it, such as {@code columns[2].header}
     */
    int lineOf(String key) {
        String path = key;
        while (!lines.containsKey(path) && !path.isEmpty()) {
            int dot = path.lastIndexOf('.');
            int bracket = path.lastIndexOf('[');
            path = path.substring(0, Math.max(0, Math.max(dot, bracket)));
        }
        return lines.getOrDefault(path, 1);
    }
}
