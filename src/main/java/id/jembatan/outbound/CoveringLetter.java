package id.jembatan.outbound;

import id.jembatan.domain.Batch;
import id.jembatan.domain.Messages;
import id.jembatan.domain.PlacesTaken;
import id.jembatan.domain.Protection;
import id.jembatan.page.Figures;
import id.jembatan.page.Pages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code surat-pengantar.html}: the letter that goes with a batch, and the record of handing it over, which both sides
 * sign against the control totals. Names nobody of the list.
 */
final class CoveringLetter {

    private final Messages messages;
    private final Locale locale;
    private final Figures figures;
    private final Pages pages;

    CoveringLetter(Messages messages) {
        this.messages = messages;
        this.locale = Locale.forLanguageTag(messages.language());
        this.figures = new Figures(messages);
        this.pages = new Pages(messages);
    }

    void write(Path file, Batch batch, Profile profile, List<WrittenFile> files, String manifestSha256)
            throws IOException {
        Map<String, Object> values = new HashMap<>();
        values.put("words", words());
        values.put("batch", batch.number());
        values.put("sender", sender(batch));
        values.put(
                "recipient",
                messages.get("outbound.recipient", titled(batch.regency().branch())));
        values.put("date", figures.day(batch.day()));
        values.put("subject", messages.get("outbound.subject." + batch.kind().key()));
        values.put("opening", opening(batch));
        values.put("facts", facts(batch, profile));
        values.put("files", files.stream().map(this::file).toList());
        values.put("totals", totals(batch));
        values.put("manifestSha256", manifestSha256);
        values.put(
                "previousSha256",
                batch.previousManifestSha256().orElseGet(() -> messages.get("outbound.manifest.first")));
        values.put("record", messages.get("outbound.record.text", batch.number(), figures.count(batch.people())));
        pages.write(file, "covering-letter.html", values);
    }

    /** The words that stand in the template itself, by the last part of their key. */
    private Map<String, String> words() {
        String prefix = "outbound.word.";
        return messages.texts().keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toMap(key -> key.substring(prefix.length()), messages::get));
    }

    private String sender(Batch batch) {
        String agency = batch.programme().agency();
        return agency.isEmpty() ? batch.regency().name() : agency;
    }

    private String opening(Batch batch) {
        return messages.get(
                "outbound.opening." + batch.kind().key(),
                figures.count(batch.people()),
                batch.programme().name());
    }

    private List<Map<String, String>> facts(Batch batch, Profile profile) {
        List<Map<String, String>> facts = new ArrayList<>(List.of(
                fact(
                        "outbound.fact.regency",
                        batch.regency().name() + " (" + batch.regency().code() + ")"),
                fact("outbound.fact.programme", batch.programme().name()),
                fact(
                        "outbound.fact.funding",
                        messages.get("outbound.funding." + batch.programme().funding())),
                fact(
                        "outbound.fact.protections",
                        batch.programme().orderedProtections().stream()
                                .map(protection -> messages.get("outbound.protection." + protection))
                                .collect(Collectors.joining(", ")))));
        if (batch.months() > 0) {
            YearMonth last = batch.programme().endOn(batch.day());
            YearMonth first = last.minusMonths(batch.months() - 1L);
            facts.add(fact(
                    "outbound.fact.period",
                    messages.get("outbound.period", figures.count(batch.months()), month(first), month(last))));
        }
        facts.add(fact("outbound.fact.profile", messages.get("outbound.profile", profile.name(), profile.version())));
        return facts;
    }

    private List<Map<String, String>> totals(Batch batch) {
        List<Map<String, String>> totals = new ArrayList<>();
        totals.add(fact("outbound.total.people", figures.count(batch.people())));
        batch.places().ifPresent(places -> totals.add(fact("outbound.total.places", places(places))));
        for (Protection protection : batch.programme().orderedProtections()) {
            totals.add(Map.of(
                    "name", messages.get("outbound.total.part", protection),
                    "value", figures.rupiah(batch.monthly().part(protection))));
        }
        totals.add(fact("outbound.total.monthly", figures.rupiah(batch.monthly().total())));
        totals.add(fact("outbound.total.months", figures.count(batch.months())));
        totals.add(fact("outbound.total.total", figures.rupiah(batch.total())));
        return totals;
    }

    private String places(PlacesTaken places) {
        return places.quota().isPresent()
                ? messages.get(
                        "outbound.places.of",
                        figures.count(places.used()),
                        figures.count(places.quota().getAsLong()))
                : figures.count(places.used());
    }

    private Map<String, String> file(WrittenFile file) {
        return Map.of(
                "name", file.name(),
                "rows", figures.count(file.rows()),
                "bytes", figures.count(file.bytes()),
                "sha256", file.sha256());
    }

    private Map<String, String> fact(String key, String value) {
        return Map.of("name", messages.get(key), "value", value);
    }

    private String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("MMMM uuuu", locale));
    }

    /** {@code bolaang-mongondow} as a name: {@code Bolaang Mongondow}. */
    private static String titled(String slug) {
        return List.of(slug.split("[- ]")).stream()
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
