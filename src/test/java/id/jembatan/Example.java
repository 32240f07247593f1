package id.jembatan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One list of {@code examples/drops}, as a line of the README's table tells it.
 *
 * @param folder the programme's, below {@code drop/} and {@code reply/}
 * @param after the example that was dropped before it, on its own day
 */
record Example(String file, String folder, LocalDate on, Optional<String> after) {

    static final Path ALL = Path.of("examples/drops");
    static final Path EXPECTED = ALL.resolve("expected");

    private static final Pattern LINE =
            Pattern.compile("(?m)^\\| \\[`([^`]+)`]\\(expected/([^)]+)\\) \\| `([^`]+)` (\\d{4}-\\d\\d-\\d\\d)"
                    + "(?:, after `([^`]+)`)? \\| .+ \\|$");

    static List<Example> all() {
        try {
            List<Example> all = new ArrayList<>();
            for (MatchResult line : LINE.matcher(Files.readString(ALL.resolve("README.md")))
                    .results()
                    .toList()) {
                Example example = new Example(
                        line.group(1),
                        line.group(3),
                        LocalDate.parse(line.group(4)),
                        Optional.ofNullable(line.group(5)));
                if (!example.name().equals(line.group(2))) {
                    throw new IllegalStateException("README: " + example.file() + " links to " + line.group(2));
                }
                all.add(example);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Example get(String file) {
        return all().stream()
                .filter(example -> example.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    String name() {
        return file.substring(0, file.lastIndexOf('.'));
    }

    Story.Step step() {
        JsonNode drop = JsonNodeFactory.instance
                .objectNode()
                .put("to", folder + "/" + file)
                .put("raw", file);
        return new Story.Step(on, List.of(drop), List.of(), List.of(JsonNodeFactory.instance.textNode("ingest")));
    }

    /** The pages are what an office sees first, so they are part of it. */
    Story story() {
        List<Story.Step> steps = new ArrayList<>();
        after.map(Example::get).map(Example::step).ifPresent(steps::add);
        steps.add(step());
        return new Story(ALL, EXPECTED.resolve(name()), Map.of(), true, steps);
    }
}
