package id.jembatan.agreement;

import id.jembatan.agreement.YamlNode.Mapping;
import id.jembatan.agreement.YamlNode.Scalar;
import id.jembatan.agreement.YamlNode.Sequence;
import id.jembatan.domain.AgreementProblem.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Asks one section of a file for its keys. Whatever is missing or badly written becomes a problem and an empty answer,
 * so that reading goes on and finds the rest; keys that nobody asked for are unknown.
 */
final class Section {

    private final Mapping mapping;
    private final String path;
    private final Problems problems;
    private final Set<String> asked = new LinkedHashSet<>();

    Section(Mapping mapping, String path, Problems problems) {
        this.mapping = mapping;
        this.path = path;
        this.problems = problems;
    }

    /** The value of a key that may be left out. */
    <T> Optional<T> find(String key, Form<T> form) {
        return node(key).flatMap(value -> read(value, at(key), form));
    }

    /** The value of a key that must be there. */
    <T> Optional<T> get(String key, Form<T> form) {
        requireKey(key);
        return find(key, form);
    }

    /** The items of a list that may be left out; empty when it is left out. */
    <T> Optional<List<T>> findList(String key, Form<T> form) {
        return node(key).map(value -> {
            List<T> items = new ArrayList<>();
            eachItem(value, key, (item, itemPath) -> read(item, itemPath, form).ifPresent(items::add));
            return items;
        });
    }

    <T> Optional<List<T>> getList(String key, Form<T> form) {
        requireKey(key);
        return findList(key, form);
    }

    /** The section under a key that may be left out. */
    Optional<Section> findSection(String key) {
        return node(key).flatMap(value -> section(value, at(key)));
    }

    Optional<Section> getSection(String key) {
        requireKey(key);
        return findSection(key);
    }

    /** The sections that are the items of a list; none when it is left out. */
    List<Section> listSections(String key) {
        List<Section> sections = new ArrayList<>();
        node(key)
                .ifPresent(value -> eachItem(value, key, (item, itemPath) -> {
                    String named = item instanceof Mapping it && it.entries().get("id") instanceof Scalar id
                            ? at(key) + "[" + id.text() + "]"
                            : itemPath;
                    section(item, named).ifPresent(sections::add);
                }));
        return sections;
    }

    /** Every key of this section with its value, where the keys are data. */
    <T> Map<String, T> entries(Form<T> form) {
        Map<String, T> values = new LinkedHashMap<>();
        for (String key : keys()) {
            find(key, form).ifPresent(value -> values.put(key, value));
        }
        return values;
    }

    List<String> keys() {
        return List.copyOf(mapping.entries().keySet());
    }

    /** A key's text as it stands, whatever is thought of it elsewhere. */
    Optional<String> textOf(String key) {
        return mapping.entries().get(key) instanceof Scalar it ? Optional.of(it.text()) : Optional.empty();
    }

    boolean isEmptyList(String key) {
        return mapping.entries().get(key) instanceof Sequence it && it.items().isEmpty();
    }

    boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    /** Says that a key must be there. */
    void requireKey(String key) {
        asked.add(key);
        if (!has(key)) {
            problems.add(mapping.line(), at(key), Kind.KEY_MISSING, key);
        }
    }

    /** Says what is wrong with a key's value beyond its form. */
    void blame(String key, Kind kind, String... details) {
        YamlNode value = mapping.entries().get(key);
        problems.add(value == null ? mapping.line() : value.line(), at(key), kind, details);
    }

    /** To be called when all keys have been asked for. */
    void refuseOtherKeys() {
        mapping.entries().forEach((key, value) -> {
            if (!asked.contains(key)) {
                problems.add(value.line(), at(key), Kind.KEY_UNKNOWN, key, String.join(", ", asked));
            }
        });
    }

    /** What is wrong with one text. */
    record Fault(Kind kind, List<String> details) {

        static Fault of(Kind kind, String... details) {
            return new Fault(kind, List.of(details));
        }
    }

    /** Looks at each text of a list, and says of it what the check finds. */
    void checkTexts(String key, Function<String, Optional<Fault>> check) {
        node(key)
                .ifPresent(value -> eachItem(value, key, (item, itemPath) -> {
                    if (item instanceof Scalar it && it.kind() != Scalar.Kind.NOTHING) {
                        check.apply(it.text())
                                .ifPresent(fault -> problems.add(
                                        it.line(),
                                        itemPath,
                                        fault.kind(),
                                        fault.details().toArray(String[]::new)));
                    } else {
                        problems.add(item.line(), itemPath, Kind.NOT_A_VALUE);
                    }
                }));
    }

    private Optional<YamlNode> node(String key) {
        asked.add(key);
        return Optional.ofNullable(mapping.entries().get(key)).filter(value -> {
            boolean nothing = value instanceof Scalar it && it.kind() == Scalar.Kind.NOTHING;
            if (nothing) {
                problems.add(value.line(), at(key), Kind.VALUE_MISSING, key);
            }
            return !nothing;
        });
    }

    private Optional<Section> section(YamlNode value, String where) {
        if (value instanceof Mapping it) {
            return Optional.of(new Section(it, where, problems));
        }
        problems.add(value.line(), where, Kind.NOT_A_SECTION);
        return Optional.empty();
    }

    private <T> Optional<T> read(YamlNode value, String where, Form<T> form) {
        if (!(value instanceof Scalar it)) {
            problems.add(value.line(), where, Kind.NOT_A_VALUE);
            return Optional.empty();
        }
        Optional<T> read = form.reading().apply(it);
        if (read.isEmpty()) {
            problems.add(it.line(), where, form.otherwise(), it.text(), form.expected());
        }
        return read;
    }

    private void eachItem(YamlNode value, String key, Item action) {
        if (!(value instanceof Sequence it)) {
            problems.add(value.line(), at(key), Kind.NOT_A_LIST);
            return;
        }
        for (int i = 0; i < it.items().size(); i++) {
            action.read(it.items().get(i), at(key) + "[" + (i + 1) + "]");
        }
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** What is done with each item of a list. */
    private interface Item {
        void read(YamlNode item, String path);
    }
}
