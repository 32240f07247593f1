package id.jembatan.specs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.jembatan.domain.Field;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** docs/findings.md: the catalogue in both languages, and the order of normalising with cases of the tables. */
final class FindingsPage {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Path SPECS = Path.of("src/test/resources/specs");

    private final Messages indonesian;
    private final Messages english;
    private final Map<FindingCode, List<String>> cases;
    private final StringBuilder page = new StringBuilder();

    /** @param cases where each code is shown, the first places first */
    FindingsPage(Messages indonesian, Messages english, Map<FindingCode, List<String>> cases) {
        this.indonesian = indonesian;
        this.english = english;
        this.cases = cases;
    }

    String text() throws IOException {
        line(
                "<!-- Made by `make findings` from the catalogue, config/messages/ and the tables of specs/. Do not edit. -->");
        line("# Temuan / Findings");
        line("");
        line(
                "Setiap kode yang dapat tertulis di `rows.csv`, `findings.csv`, `summary.json` dan tanda terima, menurut urutan");
        line(
                "katalog. Kode tidak pernah dipakai ulang. / Every code that `rows.csv`, `findings.csv`, `summary.json` and the");
        line("receipt can hold, in the catalogue's order. A code is never reused.");
        line("");
        line(
                "ERROR menolak barisnya atau berkasnya; WARNING menandai; INFO hanya menghitung. / ERROR stops the row or the");
        line("file, WARNING marks it, INFO counts. Semua orang di sini rekaan. / Everybody here is invented.");
        contents();
        line("");
        line("## Urutan penulisan / The order of normalising");
        line("");
        line(
                "Nilai ditulis seragam lebih dahulu, baru dinilai. / A value is written in the house's way first and judged then.");
        int number = 1;
        for (Map<String, Object> step : steps()) {
            step(number++, step);
        }
        for (FindingCode code : FindingCode.values()) {
            finding(code);
        }
        return page.toString();
    }

    private void contents() {
        line("");
        line("| kode / code | | isian / field |");
        line("|---|---|---|");
        for (FindingCode code : FindingCode.values()) {
            line("| [" + code + "](#" + code.name().toLowerCase(java.util.Locale.ROOT) + ") | " + code.severity()
                    + " | " + code.field().map(Field::key).orElse("") + " |");
        }
    }

    private void finding(FindingCode code) {
        line("");
        line("## " + code);
        line("");
        line(code.severity()
                + code.field().map(field -> " · `" + field.key() + "`").orElse(""));
        indonesian
                .find("report.severity." + code)
                .ifPresent(text -> line("(" + text + " / " + english.get("report.severity." + code) + ")"));
        line("");
        line("| | Bahasa Indonesia | English |");
        line("|---|---|---|");
        String key = "finding." + code;
        row("kalimat / sentence", key);
        for (String detail : details(key)) {
            row(
                    detail.equals(key + ".detail")
                            ? "lebih tepat / more exact"
                            : "`" + detail.substring(key.length() + ".detail.".length()) + "`",
                    detail);
        }
        row("yang harus dilakukan / what to do", key + ".action");
        row("contoh / example", key + ".example");
        line("");
        line("Kasus / cases: " + String.join(", ", cases.getOrDefault(code, List.of("–"))));
    }

    private List<String> details(String key) {
        return new TreeMap<>(indonesian.texts())
                .keySet().stream()
                        .filter(name -> name.equals(key + ".detail") || name.startsWith(key + ".detail."))
                        .toList();
    }

    private void row(String what, String key) {
        line("| " + what + " | " + cell(shown(indonesian, key)) + " | " + cell(shown(english, key)) + " |");
    }

    /** What a receipt names in its place is left open. */
    private static String shown(Messages messages, String key) {
        return messages.get(key).replaceAll("\\{[0-9]}", "…");
    }

    private void step(int number, Map<String, Object> step) throws IOException {
        Map<String, Object> says = SpecTables.map(step.get("says"));
        String table = String.valueOf(step.get("table"));
        line("");
        line("### " + number + ". " + step.get("id") + " / " + step.get("en"));
        line("");
        line(says.get("id") + " / " + says.get("en"));
        line("");
        line("| | ditulis / written | menjadi / becomes |");
        line("|---|---|---|");
        for (String wanted : SpecTables.strings(step.get("right"))) {
            example("benar / right", table, wanted);
        }
        for (String wanted : SpecTables.strings(step.get("wrong"))) {
            example("salah / wrong", table, wanted);
        }
    }

    private void example(String what, String table, String wanted) throws IOException {
        Map<String, Object> one = cases(table).stream()
                .filter(candidate -> wanted.equals(String.valueOf(candidate.get("id"))))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(table + " has no case \"" + wanted + "\""));
        line("| " + what + " | " + values(one.get("given")) + " | " + values(one.get("expect")) + " |");
    }

    /** Characters that nobody can see, or mistakes for others, by their numbers. */
    private static String values(Object told) {
        return SpecTables.map(told).entrySet().stream()
                .map(value -> value.getKey() + " `" + cell(visible(String.valueOf(value.getValue()))) + "`")
                .collect(Collectors.joining(", "));
    }

    private static String visible(String text) {
        return text.codePoints()
                .mapToObj(c -> c < ' ' || Character.getType(c) == Character.FORMAT
                        ? String.format("\\u%04x", c)
                        : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    private static List<Map<String, Object>> steps() throws IOException {
        return YAML.readValue(SPECS.resolve("order-of-normalising.yaml").toFile(), new TypeReference<>() {});
    }

    private static List<Map<String, Object>> cases(String table) throws IOException {
        Map<String, Object> read = YAML.readValue(SPECS.resolve(table).toFile(), new TypeReference<>() {});
        return YAML.convertValue(read.get("cases"), new TypeReference<>() {});
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
