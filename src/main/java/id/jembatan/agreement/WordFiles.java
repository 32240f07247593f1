package id.jembatan.agreement;

import id.jembatan.domain.AgreementProblem;
import id.jembatan.domain.AgreementProblem.Kind;
import id.jembatan.domain.EndReason;
import id.jembatan.domain.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Proves the lists of words of a configuration: which texts mean which column, status, occupation, sector, place or reason
 * for leaving. Whoever wrote a file sees every mistake in it at once, with its line, before anything goes by it.
 */
public final class WordFiles {

    private static final String COLUMNS = "columns.yaml";
    private static final Set<String> VERDICTS = Set.of("accepted", "changed", "refused");

    private final List<AgreementProblem> found = new ArrayList<>();

    private WordFiles() {}

    /** Everything that is wrong in them; nothing when they can be used. */
    public static List<AgreementProblem> listProblems(Path config) {
        WordFiles files = new WordFiles();
        files.read(config.resolve(COLUMNS), WordFiles::columns);
        files.read(config.resolve("answers.yaml"), WordFiles::answers);
        files.read(config.resolve("end-reasons.yaml"), WordFiles::endReasons);
        for (String name : List.of("occupations.yaml", "sectors.yaml")) {
            files.read(config.resolve(name), section -> eachOnce(section, key -> ""));
        }
        files.read(config.resolve("places.yaml"), section -> section.keys().forEach(key -> words(section, key)));
        return files.found;
    }

    /** The names of {@code columns.yaml} by field, and every field's own; what is wrong in the file is not said here. */
    static Map<Field, List<String>> columnNames(Path config) {
        Map<Field, List<String>> names = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            names.put(field, List.of(field.key()));
        }
        Problems problems = new Problems(COLUMNS);
        YamlText.read(config.resolve(COLUMNS), problems).ifPresent(mapping -> {
            Section section = new Section(mapping, "", problems);
            for (String key : section.keys()) {
                Field.find(key).ifPresent(field -> {
                    List<String> all = new ArrayList<>(names.getOrDefault(field, List.of()));
                    section.findList(key, Form.TEXT).ifPresent(all::addAll);
                    names.put(field, all);
                });
            }
        });
        return names;
    }

    private void read(Path file, Consumer<Section> check) {
        Problems problems = new Problems(file.getFileName().toString());
        YamlText.read(file, problems).ifPresent(mapping -> check.accept(new Section(mapping, "", problems)));
        found.addAll(problems.inOrderOfLines());
    }

    private static void columns(Section section) {
        only(section, field -> !field.isOurs() && !field.isOfAnswers());
        eachOnce(section, key -> Field.find(key).filter(Field::isOfLeavers).isPresent() ? "leavers" : "");
    }

    private static void answers(Section section) {
        section.getSection("columns").ifPresent(columns -> {
            only(columns, field -> !field.isOurs());
            List.of(Field.LINE_REF, Field.STATUS).forEach(field -> columns.requireKey(field.key()));
            eachOnce(columns, key -> "");
        });
        section.getSection("statuses").ifPresent(statuses -> {
            only(statuses, VERDICTS);
            VERDICTS.forEach(statuses::requireKey);
            eachOnce(statuses, key -> "");
        });
        section.refuseOtherKeys();
    }

    private static void endReasons(Section section) {
        only(section, Arrays.stream(EndReason.values()).map(Enum::name).collect(Collectors.toSet()));
        section.keys().forEach(key -> words(section, key));
    }

    private static void only(Section section, Function<Field, Boolean> fields) {
        section.keys().stream()
                .filter(key -> Field.find(key).filter(fields::apply).isEmpty())
                .forEach(key -> section.blame(key, Kind.FIELD_UNKNOWN, key));
    }

    private static void only(Section section, Set<String> known) {
        section.keys().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> section.blame(
                        key, Kind.WORD_UNKNOWN, key, known.stream().sorted().collect(Collectors.joining(", "))));
    }

    /** A text means one thing among those of a kind. */
    private static void eachOnce(Section section, Function<String, String> kindOf) {
        Map<String, String> owners = new HashMap<>();
        for (String key : section.keys()) {
            section.checkTexts(key, text -> {
                String plain = plain(text);
                if (plain.isEmpty()) {
                    return Optional.of(Section.Fault.of(Kind.NOT_A_WORD, text));
                }
                String owner = owners.putIfAbsent(kindOf.apply(key) + "/" + plain, key);
                return owner == null || owner.equals(key)
                        ? Optional.empty()
                        : Optional.of(Section.Fault.of(Kind.WORD_TWICE, text, owner));
            });
        }
    }

    private static void words(Section section, String key) {
        section.checkTexts(
                key,
                text -> plain(text).isEmpty()
                        ? Optional.of(Section.Fault.of(Kind.NOT_A_WORD, text))
                        : Optional.empty());
    }

    private static String plain(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toUpperCase(Locale.ROOT);
    }
}
