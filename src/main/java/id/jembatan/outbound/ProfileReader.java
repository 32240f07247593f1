package id.jembatan.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.Field;
import id.jembatan.outbound.Profiles.Problem.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One profile's file: says everything that is wrong with it before giving up. */
final class ProfileReader {

    private static final int MOST_ROWS = 1_000_000;
    private static final Set<String> CSV_KEYS = Set.of("delimiter", "encoding", "line-end");
    private static final Set<String> KEYS = Set.of(
            "name",
            "version",
            "type",
            "delimiter",
            "encoding",
            "line-end",
            "max-rows",
            "date-form",
            "file-name",
            "split",
            "codes",
            "columns");

    private final String file;
    private final YamlLines lines;
    private final List<Profiles.Problem> problems;
    private final int problemsBefore;

    ProfileReader(String file, YamlLines lines, List<Profiles.Problem> problems) {
        this.file = file;
        this.lines = lines;
        this.problems = problems;
        this.problemsBefore = problems.size();
    }

    /** Empty when something is wrong; what, has then been added to the problems. */
    Optional<Profile> read(JsonNode root) {
        requireKeys(root, "", KEYS);
        String name = text(root, "name");
        if (!name.isEmpty() && !file.equals(name + ".yaml")) {
            problem("name", Kind.NAME, name);
        }
        Profile profile = new Profile(
                name,
                text(root, "version"),
                csv(root),
                maxRows(root),
                dateForm("date-form", text(root, "date-form")),
                fileName(root),
                split(root),
                codes(root.path("codes")),
                columns(root.path("columns")));
        return problems.size() == problemsBefore ? Optional.of(profile) : Optional.empty();
    }

    private Optional<Profile.Csv> csv(JsonNode root) {
        String type = oneOf(root, "type", List.of("CSV", "XLSX"));
        if (!type.equals("CSV")) {
            CSV_KEYS.stream().filter(root::has).sorted().forEach(key -> problem(key, Kind.ONLY_CSV));
            return Optional.empty();
        }
        String delimiter = oneOf(root, "delimiter", List.of(",", ";", "|", "\t"));
        String encoding = oneOf(root, "encoding", List.of("UTF-8", "UTF-8-BOM"));
        String lineEnd = oneOf(root, "line-end", List.of("CRLF", "LF"));
        return Optional.of(new Profile.Csv(
                delimiter.isEmpty() ? ',' : delimiter.charAt(0),
                encoding.equals("UTF-8-BOM"),
                lineEnd.equals("LF") ? "\n" : "\r\n"));
    }

    private int maxRows(JsonNode root) {
        JsonNode value = root.path("max-rows");
        if (!value.isInt() || value.intValue() < 1 || value.intValue() > MOST_ROWS) {
            problem("max-rows", Kind.MAX_ROWS, Integer.toString(MOST_ROWS), shown(value));
            return 1;
        }
        return value.intValue();
    }

    private DateTimeFormatter dateForm(String key, String pattern) {
        if (pattern.isEmpty()) {
            return DateTimeFormatter.ISO_LOCAL_DATE; // told already
        }
        try {
            DateTimeFormatter form = Profile.form(pattern);
            LocalDate day = LocalDate.of(1980, 5, 12);
            if (LocalDate.parse(day.format(form), form).equals(day)) {
                return form;
            }
        } catch (IllegalArgumentException | DateTimeException notADate) {
            // told below, as for a form that loses the day
        }
        problem(key, Kind.DATE_FORM, pattern);
        return DateTimeFormatter.ISO_LOCAL_DATE;
    }

    private String fileName(JsonNode root) {
        String name = text(root, "file-name");
        String sample = name.replace("{batch}", "b").replace("{nnn}", "001").replace("{group}", "g");
        if (name.isEmpty()) {
            return name; // told already
        }
        if (!name.contains("{batch}") || !name.contains("{nnn}") || !sample.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            problem("file-name", Kind.FILE_NAME, name);
        }
        if (name.contains("{group}") && split(root).isEmpty()) {
            problem("file-name", Kind.GROUP_WITHOUT_SPLIT);
        }
        return name;
    }

    /** A batch is one programme's already. */
    private Optional<Field> split(JsonNode root) {
        if (!root.has("split")) {
            return Optional.empty();
        }
        return switch (root.path("split").asText()) {
            case "district" -> Optional.of(Field.DISTRICT);
            case "employer" -> Optional.of(Field.NPP);
            case "programme" -> Optional.empty();
            default -> {
                problem(
                        "split",
                        Kind.ONE_OF,
                        "[programme, district, employer]",
                        root.path("split").toString());
                yield Optional.empty();
            }
        };
    }

    private Map<String, Map<String, String>> codes(JsonNode node) {
        Map<String, Map<String, String>> codes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String key = "codes." + entry.getKey();
            if (Source.find(entry.getKey()).isEmpty()) {
                problem(key, Kind.ONE_OF, Source.names().toString(), quoted(entry.getKey()));
            }
            Map<String, String> map = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> code : entry.getValue().properties()) {
                map.put(code.getKey(), text(entry.getValue(), code.getKey(), key + "." + code.getKey()));
            }
            if (entry.getKey().equals("sex") && !map.keySet().equals(Set.of("L", "P"))) {
                problem(key, Kind.SEX_CODES, map.keySet().toString());
            }
            codes.put(entry.getKey(), map);
        }
        return codes;
    }

    private List<Profile.Column> columns(JsonNode node) {
        List<Profile.Column> columns = new ArrayList<>();
        Set<String> headers = new HashSet<>();
        if (!node.isArray() || node.isEmpty()) {
            problem("columns", Kind.NO_COLUMN, shown(node));
        }
        for (int i = 0; i < node.size(); i++) {
            String at = "columns[" + (i + 1) + "]";
            JsonNode column = node.get(i);
            requireKeys(column, at + ".", Set.of("header", "value", "constant", "form"));
            String header = text(column, "header", at + ".header");
            if (!header.isEmpty() && !headers.add(header)) {
                problem(at + ".header", Kind.HEADER_TWICE, header);
            }
            if (column.has("constant")) {
                constant(column, at).ifPresent(text -> columns.add(new Profile.Column(header, text, Optional.empty())));
                continue;
            }
            String value = text(column, "value", at + ".value");
            Optional<Source> source = Source.find(value);
            if (source.isEmpty() && !value.isEmpty()) {
                problem(at + ".value", Kind.ONE_OF, Source.names().toString(), quoted(value));
            }
            source.ifPresent(
                    found -> columns.add(new Profile.Column(header, found, form(column, found, at + ".form"))));
        }
        return columns;
    }

    /** May be empty: a column that the branch wants and nobody fills. */
    private Optional<Source> constant(JsonNode column, String at) {
        for (String other : List.of("value", "form")) {
            if (column.has(other)) {
                problem(at + "." + other, Kind.CONSTANT_HAS_NONE);
            }
        }
        if (!column.path("constant").isTextual()) {
            problem(at + ".constant", Kind.TEXT, shown(column.path("constant")));
            return Optional.empty();
        }
        return Optional.of(Source.constant(column.path("constant").textValue()));
    }

    private Optional<String> form(JsonNode column, Source source, String key) {
        if (!column.has("form")) {
            return Optional.empty();
        }
        String form = column.path("form").asText();
        switch (source.kind()) {
            case DATE -> dateForm(key, form);
            case PHONE -> {
                if (!Set.of("international", "local").contains(form)) {
                    problem(key, Kind.ONE_OF, "[international, local]", quoted(form));
                }
            }
            case NUMBER -> {
                if (CellValue.NUMBER_FORMS.stream().noneMatch(form::equals)) {
                    problem(key, Kind.ONE_OF, CellValue.NUMBER_FORMS.toString(), quoted(form));
                }
            }
            case TEXT -> problem(key, Kind.FORM_OF_TEXT, form);
        }
        return Optional.of(form);
    }

    private String oneOf(JsonNode root, String key, List<String> allowed) {
        String value = text(root, key);
        if (!value.isEmpty() && !allowed.contains(value)) {
            problem(key, Kind.ONE_OF, allowed.toString(), quoted(value));
        }
        return value;
    }

    private String text(JsonNode node, String key) {
        return text(node, key, key);
    }

    private String text(JsonNode node, String key, String shownKey) {
        JsonNode value = node.path(key);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            problem(shownKey, Kind.TEXT, shown(value));
            return "";
        }
        return value.textValue();
    }

    private void requireKeys(JsonNode node, String prefix, Set<String> known) {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                problem(prefix + key, Kind.KEY_UNKNOWN);
            }
        });
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "-" : value.toString();
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private void problem(String key, Kind kind, String... details) {
        problems.add(new Profiles.Problem(file, lines.lineOf(key), key, kind, List.of(details)));
    }
}
