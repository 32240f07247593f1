package id.jembatan.stage;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.StoredBatch;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** Lines that were sent again, and bills that were paid, once more. */
final class ReplayedSilence {

    private final SilenceShelf shelf;
    private final EnrolmentShelf batches;

    ReplayedSilence(Register register) {
        this.shelf = new SilenceShelf(register);
        this.batches = new EnrolmentShelf(register);
    }

    void addTo(Map<String, Replay.Step> steps) {
        steps.put(
                "resend-opened",
                facts -> shelf.replayOpened(
                        facts.get("id").asLong(),
                        facts.get("batch").asText(),
                        batch(facts, "of"),
                        LocalDate.parse(facts.get("day").asText()),
                        ReplayedReceipts.rules(facts)));
        steps.put("resend-lines", facts -> {
            StoredBatch batch = batch(facts, "batch");
            String of = batch.number().substring(0, batch.number().lastIndexOf("-r"));
            shelf.replayLines(
                    batch, batches.get(of), Ranges.list(facts.get("lines").asText()));
        });
        steps.put(
                "resend",
                facts -> shelf.replayClosed(
                        batch(facts, "batch"),
                        facts.get("people").asLong(),
                        Json.writeTree(facts.get("monthly")),
                        new BigDecimal(facts.get("total").asText())));
        steps.put(
                "paid",
                facts -> shelf.setPaid(
                        batch(facts, "batch").id(),
                        LocalDate.parse(facts.get("on").asText()),
                        facts.get("reference").asText(),
                        facts.get("by").asText()));
    }

    private StoredBatch batch(JsonNode facts, String name) {
        return batches.get(facts.get(name).asText());
    }
}
