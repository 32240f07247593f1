package id.jembatan.read;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.jembatan.domain.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which column header means which field (SPEC section 4, "Columns"). Headers are compared in upper case, letters and
 * digits only: {@code No. KTP}, {@code NO KTP} and {@code no_ktp} are one.
 *
 * <p>Known are the names in {@code config/columns.yaml}, a regency's own, the fields' keys ({@code birthDate}), and the
 * two columns that Jembatan itself adds to what it sends back. Immutable.
 */
public final class ColumnNames {

    private static final Map<Field, List<String>> OURS = Map.of(
            Field.REPAIR_REF, List.of("JEMBATAN_REF"),
            Field.REPAIR_NOTE, List.of("CATATAN JEMBATAN"));

    private final Map<String, Field> fields;
    private final Map<String, Field> ofLeavers;
    private final boolean ofAnswers;

    private ColumnNames(Map<String, Field> fields, Map<String, Field> ofLeavers, boolean ofAnswers) {
        this.fields = Map.copyOf(fields);
        this.ofLeavers = Map.copyOf(ofLeavers);
        this.ofAnswers = ofAnswers;
    }

    /**
     * Reads {@code config/columns.yaml}: field keys, each with a list of names.
     *
     * @throws IllegalArgumentException naming all that is wrong: an unknown field, a name without letter or digit, a name
     *     given to two fields
     */
    public static ColumnNames load(Path columnsYaml) {
        try {
            Map<String, List<String>> listed =
                    new YAMLMapper().readValue(columnsYaml.toFile(), new TypeReference<>() {});
            return of(columnsYaml.getFileName() + ": ", listed == null ? Map.of() : listed);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    columnsYaml.getFileName() + ": expected field keys, each with a list of names: "
                            + e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same names and more.
     *
     * @throws IllegalArgumentException when one of them means another field already
     */
    public ColumnNames withAliases(Map<Field, List<String>> aliases) {
        Gathering gathering = new Gathering(fields, ofLeavers);
        new TreeMap<>(aliases).forEach(gathering::add);
        return gathering.finish("column names: ");
    }

    /** The same names without our own two: in a practice programme JEMBATAN_REF is a column like any other. */
    public ColumnNames withoutOurs() {
        Map<String, Field> others = new HashMap<>(fields);
        others.values().removeIf(Field::isOurs);
        return new ColumnNames(others, ofLeavers, ofAnswers);
    }

    /**
     * The same names, and those that only a list of leavers has: TANGGAL, which could be any date elsewhere, is there the
     * day of leaving, whatever else a regency calls so.
     */
    public ColumnNames forLeavers() {
        Map<String, Field> all = new HashMap<>(fields);
        all.putAll(ofLeavers);
        return new ColumnNames(all, ofLeavers, ofAnswers);
    }

    /**
     * The names by which a branch's answers are read (SPEC section 9): these, and for everything else the names of lists.
     *
     * @throws IllegalArgumentException when one of them means two fields
     */
    public ColumnNames forAnswers(Map<Field, List<String>> aliases) {
        Gathering gathering = new Gathering(Map.of(), Map.of());
        new TreeMap<>(aliases).forEach(gathering::add);
        Map<String, Field> all = new HashMap<>(withoutOurs().fields);
        all.putAll(gathering.finish("answers: ").fields);
        return new ColumnNames(all, Map.of(), true);
    }

    /** Whether a line in which these columns are recognised is a table's header. */
    boolean makeHeader(Set<Field> recognised, int columns) {
        return ofAnswers
                ? recognised.contains(Field.STATUS)
                        && (recognised.contains(Field.LINE_REF) || recognised.contains(Field.NIK))
                : recognised.contains(Field.NIK) && columns > 1;
    }

    /** What a column of that header means; empty when it is not recognised. */
    public Optional<Field> find(String header) {
        return Optional.ofNullable(fields.get(key(header)));
    }

    private static ColumnNames of(String where, Map<String, List<String>> listed) {
        Gathering gathering = new Gathering(Map.of(), Map.of());
        OURS.forEach(gathering::add);
        for (Field field : Field.values()) {
            if (!field.isOfAnswers()) {
                gathering.add(field, List.of(field.key()));
            }
        }
        listed.forEach((key, names) -> Field.find(key)
                .filter(field -> !field.isOurs() && !field.isOfAnswers())
                .ifPresentOrElse(
                        field -> gathering.add(field, names), () -> gathering.problem("no field is called " + key)));
        return gathering.finish(where);
    }

    private static String key(String header) {
        StringBuilder key = new StringBuilder(header.length());
        header.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toUpperCase)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    /** Collects names and everything that is wrong with them, so that all of it is said at once. */
    private static final class Gathering {

        private final Map<String, Field> fields;
        private final Map<String, Field> ofLeavers;
        private final List<String> problems = new ArrayList<>();

        Gathering(Map<String, Field> known, Map<String, Field> knownOfLeavers) {
            this.fields = new LinkedHashMap<>(known);
            this.ofLeavers = new LinkedHashMap<>(knownOfLeavers);
        }

        void add(Field field, List<String> given) {
            for (String name : given) {
                String key = key(name);
                Map<String, Field> names = field.isOfLeavers() ? ofLeavers : fields;
                Field other = key.isEmpty() ? null : names.putIfAbsent(key, field);
                if (key.isEmpty()) {
                    problem("a name of " + field.key() + " has neither letter nor digit: \"" + name + "\"");
                } else if (other != null && other != field) {
                    problem("\"" + name + "\" means " + other.key() + " and " + field.key());
                }
            }
        }

        void problem(String problem) {
            problems.add(problem);
        }

        ColumnNames finish(String where) {
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(where + String.join("; ", problems));
            }
            return new ColumnNames(fields, ofLeavers, false);
        }
    }
}
