package id.jembatan.answer;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.jembatan.domain.AnswerVerdict;
import id.jembatan.domain.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of {@code config/answers.yaml}: how branches call the columns, and what their status words mean. Words are
 * compared in upper case, letters and digits only. Immutable.
 */
public final class AnswerWords {

    private static final Map<String, AnswerVerdict> VERDICTS = Map.of(
            "accepted", AnswerVerdict.ACCEPTED, "changed", AnswerVerdict.CHANGED, "refused", AnswerVerdict.REFUSED);

    private final Map<Field, List<String>> columns;
    private final Map<String, AnswerVerdict> statuses;

    private AnswerWords(Map<Field, List<String>> columns, Map<String, AnswerVerdict> statuses) {
        this.columns = columns;
        this.statuses = Map.copyOf(statuses);
    }

    /**
     * Reads the file: {@code columns} by field, {@code statuses} by verdict.
     *
     * @throws IllegalArgumentException naming all that is wrong: an unknown field or verdict, a word of two verdicts, a
     *     word without letter or digit, a verdict without words
     */
    public static AnswerWords load(Path answersYaml) {
        try {
            Map<String, Map<String, List<String>>> listed =
                    new YAMLMapper().readValue(answersYaml.toFile(), new TypeReference<>() {});
            return new Gathering().finish(answersYaml.getFileName() + ": ", listed == null ? Map.of() : listed);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    answersYaml.getFileName() + ": expected columns and statuses, each with lists of words: "
                            + e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How branches call the columns. */
    public Map<Field, List<String>> columns() {
        return columns;
    }

    /** What the branch decided; nothing when the word is not known. */
    Optional<AnswerVerdict> verdict(String status) {
        return Optional.ofNullable(statuses.get(key(status)));
    }

    private static String key(String word) {
        StringBuilder key = new StringBuilder(word.length());
        word.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toUpperCase)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    /** Collects everything that is wrong, so that all of it is said at once. */
    private static final class Gathering {

        private final List<String> problems = new ArrayList<>();
        private final Map<Field, List<String>> columns = new EnumMap<>(Field.class);
        private final Map<String, AnswerVerdict> statuses = new HashMap<>();

        AnswerWords finish(String where, Map<String, Map<String, List<String>>> listed) {
            listed.keySet().stream()
                    .filter(part -> !part.equals("columns") && !part.equals("statuses"))
                    .forEach(part -> problems.add("expected columns and statuses, found " + part));
            listed.getOrDefault("columns", Map.of()).forEach(this::column);
            listed.getOrDefault("statuses", Map.of()).forEach(this::status);
            for (String verdict : VERDICTS.keySet().stream().sorted().toList()) {
                if (!statuses.containsValue(VERDICTS.get(verdict))) {
                    problems.add("no status word means " + verdict);
                }
            }
            for (Field field : List.of(Field.LINE_REF, Field.STATUS)) {
                if (columns.getOrDefault(field, List.of()).isEmpty()) {
                    problems.add("no column name means " + field.key());
                }
            }
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(where + String.join("; ", problems));
            }
            return new AnswerWords(Map.copyOf(columns), statuses);
        }

        private void column(String key, List<String> names) {
            Field.find(key)
                    .filter(field -> !field.isOurs())
                    .ifPresentOrElse(
                            field -> columns.put(field, List.copyOf(names)),
                            () -> problems.add("no field is called " + key));
        }

        private void status(String verdict, List<String> words) {
            AnswerVerdict means = VERDICTS.get(verdict);
            if (means == null) {
                problems.add("a status is accepted, changed or refused, found " + verdict);
                return;
            }
            for (String word : words) {
                AnswerVerdict other = key(word).isEmpty() ? null : statuses.putIfAbsent(key(word), means);
                if (key(word).isEmpty()) {
                    problems.add("a word of " + verdict + " has neither letter nor digit: \"" + word + "\"");
                } else if (other != null && other != means) {
                    problems.add("\"" + word + "\" means two things");
                }
            }
        }
    }
}
