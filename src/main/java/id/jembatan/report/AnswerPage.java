package id.jembatan.report;

import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.AnswerOutcome;
import id.jembatan.domain.AnswerReason;
import id.jembatan.domain.AnswerVerdict;
import id.jembatan.domain.Field;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Refusal;
import id.jembatan.domain.RowPlace;
import id.jembatan.page.Figures;
import id.jembatan.page.Pages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code tanda-terima.html} for a branch: what became of each row of its answers, what was changed, what to clear up. */
public final class AnswerPage {

    private final Messages messages;
    private final Figures figures;
    private final Pages pages;

    public AnswerPage(Messages messages) {
        this.messages = messages;
        this.figures = new Figures(messages);
        this.pages = new Pages(messages);
    }

    /** Why a file was refused, in the words of answers where those of lists would mislead. */
    static String sentence(Refusal refusal, Messages messages) {
        return messages.find("report.answer.refusal." + refusal.code()).orElseGet(() -> messages.sentence(refusal));
    }

    /** Writes the page of a file that was refused. */
    public void writeRefused(Path file, AnswerFile answer, ZoneId zone) throws IOException {
        Refusal refusal = answer.refusal().orElseThrow();
        Map<String, Object> values = values(answer, zone);
        values.put(
                "refusal",
                Map.of(
                        "why",
                        Masked.text(sentence(refusal, messages)),
                        "code",
                        refusal.code().name(),
                        "action",
                        messages.find("report.answer.refusal." + refusal.code() + ".action")
                                .orElseGet(() -> messages.action(refusal.code()))));
        pages.write(file, "answer.html", values);
    }

    /** Writes the page of a file whose rows are settled. */
    public void write(Path file, AnswerFile answer, AnswerTally tally, ZoneId zone) throws IOException {
        Map<String, Object> values = values(answer, zone);
        values.put("read", figures.count(answer.counts().read()));
        values.put(
                "outcomes",
                Stream.of(AnswerOutcome.values()).map(it -> outcome(answer, it)).toList());
        values.put(
                "verdicts",
                Stream.of(AnswerVerdict.values()).map(it -> verdict(answer, it)).toList());
        List<Map<String, String>> reasons = new ArrayList<>();
        answer.counts().reasons().forEach((reason, count) -> reasons.add(reason(reason, count, tally)));
        values.put("reasons", reasons);
        values.put(
                "changes",
                tally.changes().entrySet().stream()
                        .map(one -> Map.of("name", fieldName(one.getKey()), "rows", figures.count(one.getValue())))
                        .toList());
        pages.write(file, "answer.html", values);
    }

    private Map<String, Object> values(AnswerFile answer, ZoneId zone) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", answer.id().value());
        values.put("status", answer.isRefused() ? "REFUSED" : answer.counts().unfit() > 0 ? "UNFIT" : "TAKEN");
        values.put(
                "facts",
                List.of(
                        fact("report.fact.file", Masked.text(answer.file())),
                        fact("report.answer.branch", answer.branch().orElseGet(() -> messages.get("report.fact.none"))),
                        fact("report.fact.received", figures.moment(answer.receivedAt(), zone)),
                        fact("report.answer.number", answer.id().value())));
        values.put("refusal", Map.of());
        values.put("read", "");
        values.put("outcomes", List.of());
        values.put("verdicts", List.of());
        values.put("reasons", List.of());
        values.put("changes", List.of());
        return values;
    }

    private Map<String, String> fact(String key, String value) {
        return Map.of("name", messages.get(key), "value", value);
    }

    private Map<String, String> outcome(AnswerFile answer, AnswerOutcome outcome) {
        String key = "report.answer.outcome." + outcome;
        return Map.of(
                "name",
                messages.get(key),
                "meaning",
                messages.get(key + ".meaning"),
                "rows",
                figures.count(answer.counts().of(outcome)));
    }

    private Map<String, String> verdict(AnswerFile answer, AnswerVerdict verdict) {
        return Map.of(
                "name",
                messages.get("report.answer.verdict." + verdict),
                "rows",
                figures.count(answer.counts().settled().getOrDefault(verdict, 0L)));
    }

    private Map<String, String> reason(AnswerReason reason, long count, AnswerTally tally) {
        String key = "report.answer.reason." + reason;
        List<RowPlace> first = tally.firstPlaces(reason);
        String places = first.stream()
                .map(place -> place.sheet().isEmpty()
                        ? Integer.toString(place.row())
                        : Masked.text(place.sheet()) + "!" + place.row())
                .collect(Collectors.joining(", "));
        long left = count - first.size();
        return Map.of(
                "name",
                messages.get(key),
                "action",
                messages.get(key + ".action"),
                "rows",
                figures.count(count),
                "places",
                left > 0 ? places + ", " + messages.get("report.names.more", figures.count(left)) : places);
    }

    private String fieldName(Field field) {
        return messages.find("field." + field.key()).orElse(field.key());
    }
}
