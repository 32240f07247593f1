package id.jembatan.report;

import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.AnswerOutcome;
import id.jembatan.domain.AnswerVerdict;
import id.jembatan.domain.Field;
import id.jembatan.domain.Messages;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code summary.json} of an answer file (SPEC section 9). Holds no personal data. */
public final class AnswerSummary {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private AnswerSummary() {}

    /**
     * What the summary holds, in its published order.
     *
     * @param changes how many rows changed which field
     * @param zone of the branch
     * @throws IllegalStateException when the rows do not balance: nothing may then be published
     */
    public static Map<String, @Nullable Object> of(
            AnswerFile file, Map<Field, Long> changes, Messages messages, ZoneId zone) {
        file.counts().requireBalanced();
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("answer", file.id().value());
        summary.put("number", file.number());
        summary.put("branch", file.branch().orElse(null));
        summary.put("file", Masked.text(file.file()));
        summary.put("sha256", file.sha256());
        summary.put("receivedAt", TIME.format(file.receivedAt().atZone(zone)));
        summary.put("status", file.isRefused() ? "REFUSED" : "TAKEN");
        summary.put(
                "reason",
                file.refusal()
                        .map(refusal -> {
                            Map<String, String> reason = new LinkedHashMap<>();
                            reason.put("code", refusal.code().name());
                            reason.put("message", Masked.text(AnswerPage.sentence(refusal, messages)));
                            return reason;
                        })
                        .orElse(null));
        summary.put("rows", rows(file));
        Map<String, Long> verdicts = new LinkedHashMap<>();
        for (AnswerVerdict verdict : AnswerVerdict.values()) {
            verdicts.put(
                    verdict.name().toLowerCase(Locale.ROOT),
                    file.counts().settled().getOrDefault(verdict, 0L));
        }
        summary.put("verdicts", verdicts);
        Map<String, Long> reasons = new LinkedHashMap<>();
        file.counts().reasons().forEach((reason, count) -> reasons.put(reason.name(), count));
        summary.put("reasons", reasons);
        Map<String, Long> changed = new LinkedHashMap<>();
        changes.forEach((field, count) -> changed.put(field.key(), count));
        summary.put("changed", changed);
        return summary;
    }

    private static Map<String, Long> rows(AnswerFile file) {
        Map<String, Long> rows = new LinkedHashMap<>();
        rows.put("read", file.counts().read());
        for (AnswerOutcome outcome : AnswerOutcome.values()) {
            rows.put(outcome.key(), file.counts().of(outcome));
        }
        return rows;
    }
}
