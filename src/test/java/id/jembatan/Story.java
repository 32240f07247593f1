package id.jembatan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One folder of {@code specs/drops}: what is dropped on which day, and what must come of it. {@code in/config}, where
 * there is one, is laid over the shipped configuration.
 *
 * @param folder has what is dropped
 * @param expected has what must come of it
 * @param settings besides those of every story
 * @param pages whether the pages that people read are part of what is expected
 */
record Story(Path folder, Path expected, Map<String, String> settings, boolean pages, List<Step> steps) {

    /** While one story is written: a pattern of the names of those that are told. */
    private static final String NAMED = System.getProperty("jembatan.story", ".*");

    static final Path ALL = Path.of("src/test/resources/specs/drops");

    /**
     * One business day's work: files put into {@code drop/} and {@code answer/} in this order, then {@code ingest},
     * {@code enrol}, {@code iuran yyyy-mm}, {@code release BATCH}, or {@code {command: [...]}}, a command as its user types it; {@code {seen}} is the version that the
     * last one showed.
     */
    record Step(LocalDate on, List<JsonNode> drops, List<JsonNode> answers, List<JsonNode> then) {}

    static List<Story> all() {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(folder -> folder.getFileName().toString().matches(NAMED))
                    .sorted()
                    .map(Story::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Story read(Path folder) {
        try {
            JsonNode story =
                    new YAMLMapper().readTree(folder.resolve("in/steps.yaml").toFile());
            Map<String, String> settings = new TreeMap<>();
            story.path("settings")
                    .properties()
                    .forEach(one -> settings.put(one.getKey(), one.getValue().asText()));
            List<Step> steps = new ArrayList<>();
            for (JsonNode step : story.get("steps")) {
                steps.add(new Step(
                        LocalDate.parse(step.get("on").asText()),
                        list(step.path("drop")),
                        list(step.path("answer")),
                        oneOrMore(step.path("then"))));
            }
            return new Story(
                    folder.resolve("in"),
                    folder.resolve("expected"),
                    settings,
                    story.path("pages").asBoolean(),
                    steps);
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    String name() {
        return expected.getParent().getFileName().toString();
    }

    Path input(String file) {
        return folder.resolve(file);
    }

    private static List<JsonNode> oneOrMore(JsonNode node) {
        return node.isTextual() ? List.of(node) : list(node);
    }

    private static List<JsonNode> list(JsonNode node) {
        List<JsonNode> all = new ArrayList<>();
        node.forEach(all::add);
        return all;
    }
}
