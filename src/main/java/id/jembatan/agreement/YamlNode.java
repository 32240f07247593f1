package id.jembatan.agreement;

import java.util.List;
import java.util.Map;

/** A piece of a YAML file that knows its line: so that every problem can name it. */
sealed interface YamlNode {

    /** From 1, as an editor shows it. */
    int line();

    /** Keys with their values, in the file's order. */
    record Mapping(int line, Map<String, YamlNode> entries) implements YamlNode {}

    /** A list. */
    record Sequence(int line, List<YamlNode> items) implements YamlNode {}

    /** One value, its text as it stands in the file: {@code 0.30} stays so, and no figure passes through a double. */
    record Scalar(int line, Kind kind, String text) implements YamlNode {

        /** What YAML takes it for. */
        enum Kind {
            TEXT,
            NUMBER,
            FLAG,
            NOTHING
        }
    }
}
