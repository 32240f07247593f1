package id.jembatan.report;

import id.jembatan.domain.Messages;
import id.jembatan.domain.Purge;
import id.jembatan.page.Figures;
import id.jembatan.page.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The certificate of a purge: a printable page and the same as JSON. Counts, paths and hashes; nobody by name. */
public final class PurgePage {

    public static final String PAGE = "tanda-hapus.html";
    public static final String JSON = "certificate.json";

    private final Messages messages;
    private final Figures figures;
    private final Pages pages;

    public PurgePage(Messages messages) {
        this.messages = messages;
        this.figures = new Figures(messages);
        this.pages = new Pages(messages);
    }

    /**
     * Writes both files.
     *
     * @param names what people call a programme, by its key
     */
    public void write(Path folder, Purge purge, UnaryOperator<String> names) throws IOException {
        Files.writeString(folder.resolve(JSON), Summary.layout().writeValueAsString(facts(purge)) + "\n");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", purge.id());
        values.put(
                "day",
                purge.day()
                        .format(DateTimeFormatter.ofPattern(
                                "d MMMM uuuu", Locale.forLanguageTag(messages.language()))));
        values.put("by", purge.by());
        values.put("people", figures.count(purge.facts().people()));
        values.put("rows", figures.count(purge.facts().rows()));
        values.put(
                "programmes",
                new TreeMap<>(purge.facts().programmes())
                        .entrySet().stream()
                                .map(one -> Map.of(
                                        "name", names.apply(one.getKey()),
                                        "people", figures.count(one.getValue().people()),
                                        "rows", figures.count(one.getValue().rows()),
                                        "drops", figures.count(one.getValue().drops())))
                                .toList());
        values.put(
                "files",
                purge.facts().files().stream()
                        .map(file -> Map.of(
                                "path", Masked.text(file.path()),
                                "bytes", file.sha256().isEmpty() ? "–" : figures.count(file.bytes()),
                                "sha256", file.sha256()))
                        .toList());
        values.put("shared", purge.facts().shared().stream().map(Masked::text).toList());
        pages.write(folder.resolve(PAGE), "purge.html", values);
    }

    private static Map<String, Object> facts(Purge purge) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("purge", purge.id());
        facts.put("day", purge.day().toString());
        facts.put("at", purge.at().toString());
        facts.put("by", purge.by());
        facts.put("people", purge.facts().people());
        facts.put("rows", purge.facts().rows());
        Map<String, Object> programmes = new LinkedHashMap<>();
        new TreeMap<>(purge.facts().programmes()).forEach((name, counts) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("people", counts.people());
            one.put("rows", counts.rows());
            one.put("drops", counts.drops());
            programmes.put(name, one);
        });
        facts.put("programmes", programmes);
        facts.put("files", purge.facts().files().stream().map(PurgePage::file).toList());
        facts.put("shared", purge.facts().shared().stream().map(Masked::text).toList());
        return facts;
    }

    private static Map<String, Object> file(id.jembatan.domain.PurgeFacts.GoneFile file) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("path", Masked.text(file.path()));
        one.put("bytes", file.bytes());
        one.put("sha256", file.sha256());
        return one;
    }
}
