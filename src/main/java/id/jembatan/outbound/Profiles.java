package id.jembatan.outbound;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.jembatan.domain.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The layouts that this installation knows, by name. */
public record Profiles(Map<String, Profile> byName) {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    public Profiles {
        byName = Map.copyOf(byName);
    }

    /**
     * A mistake in a profile: where, and what.
     *
     * @param line from 1
     * @param key "" where it is about the whole file
     * @param details what the sentence names
     */
    public record Problem(String file, int line, String key, Kind kind, List<String> details) {

        public Problem {
            details = List.copyOf(details);
        }

        /** What is wrong; each has its sentence in {@code config/messages/outbound_*.properties}. */
        public enum Kind {
            NOT_YAML,
            KEY_UNKNOWN,
            NAME,
            TEXT,
            ONE_OF,
            ONLY_CSV,
            MAX_ROWS,
            DATE_FORM,
            FILE_NAME,
            GROUP_WITHOUT_SPLIT,
            SEX_CODES,
            NO_COLUMN,
            HEADER_TWICE,
            CONSTANT_HAS_NONE,
            FORM_OF_TEXT
        }

        /** Where and what in one sentence, in the reader's language. */
        public String sentence(Messages messages) {
            String where = key.isEmpty()
                    ? messages.get("outbound.profile.at", file, Integer.toString(line))
                    : messages.get("outbound.profile.at-key", file, Integer.toString(line), key);
            return where + " " + messages.get("outbound.profile." + kind, details.toArray());
        }

        @Override
        public String toString() {
            return file + ":" + line + ": " + (key.isEmpty() ? "" : key + ": ") + kind
                    + (details.isEmpty() ? "" : " (" + String.join(", ", details) + ")");
        }
    }

    /** That profiles cannot be used; tells every mistake in every file at once. */
    public static final class Invalid extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Problem> problems;

        Invalid(List<Problem> problems) {
            super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
            this.problems = List.copyOf(problems);
        }

        public List<Problem> problems() {
            return problems;
        }
    }

    /**
     * Reads every {@code *.yaml} of the folder.
     *
     * @throws Invalid with all mistakes
     */
    public static Profiles load(Path folder) throws IOException {
        List<Problem> problems = new ArrayList<>();
        Map<String, Profile> profiles = new TreeMap<>();
        for (Path file : list(folder)) {
            String name = String.valueOf(file.getFileName());
            try {
                String text = Files.readString(file);
                JsonNode tree = YAML.readTree(text);
                new ProfileReader(name, YamlLines.of(text), problems)
                        .read(tree)
                        .ifPresent(read -> profiles.put(read.name(), read));
            } catch (JsonProcessingException e) {
                problems.add(new Problem(
                        name,
                        line(e),
                        "",
                        Problem.Kind.NOT_YAML,
                        List.of(e.getOriginalMessage().lines().findFirst().orElse(""))));
            }
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return new Profiles(profiles);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    public Optional<Profile> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Profile get(String name) {
        return find(name).orElseThrow(() -> new NoSuchElementException("no outbound profile " + name));
    }
}
