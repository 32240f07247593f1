package id.jembatan.stage;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.Arrival;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Refusal;
import id.jembatan.domain.RegencyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The log's records again: what came, and how it was answered. */
final class ReplayedReceipts {

    private final DropLog log;
    private final DropSteps steps;
    private final UndoShelf undo;
    private final RowShelf rows;
    private final Replay.Home home;

    ReplayedReceipts(DropLog log, DropSteps steps, UndoShelf undo, RowShelf rows, Replay.Home home) {
        this.log = log;
        this.steps = steps;
        this.undo = undo;
        this.rows = rows;
        this.home = home;
    }

    void addTo(Map<String, Replay.Step> kinds) {
        kinds.put("received", this::received);
        kinds.put("source-removed", facts -> steps.removeSource(receipt(facts)));
        kinds.put("seen", facts -> steps.see(receipt(facts), facts.get("first").asLong()));
        kinds.put("refused", this::refused);
        kinds.put("parked", facts -> steps.park(receipt(facts)));
        kinds.put("replied", this::replied);
        kinds.put("undone", facts -> undo.takeBack(receipt(facts)));
    }

    static long receipt(JsonNode facts) {
        return facts.get("receipt").asLong();
    }

    /** Records from before rules were archived name none. */
    static Optional<String> rules(JsonNode facts) {
        return Optional.ofNullable(facts.get("rules")).map(JsonNode::asText);
    }

    private void received(JsonNode facts) {
        Optional<RegencyCode> regency =
                Optional.ofNullable(facts.get("regency")).map(code -> new RegencyCode(code.asText()));
        Arrival arrival = new Arrival(
                regency,
                Optional.ofNullable(facts.get("programme"))
                        .map(id -> new ProgrammeKey(regency.orElseThrow(), id.asText())),
                facts.get("file").asText(),
                facts.get("source").asText(),
                facts.get("sha256").asText(),
                facts.get("bytes").asLong(),
                Instant.parse(facts.get("receivedAt").asText()),
                LocalDate.parse(facts.get("day").asText()),
                Optional.ofNullable(facts.get("zip")).map(JsonNode::asText),
                Optional.empty(),
                facts.path("leavers").asBoolean(),
                rules(facts));
        JsonNode retried = facts.get("retryOf");
        log.receipts()
                .insert(
                        DropReceipts.receiptOf(receipt(facts), arrival),
                        arrival,
                        retried != null,
                        retried == null ? OptionalLong.empty() : OptionalLong.of(retried.asLong()),
                        facts.has("list") ? OptionalLong.of(facts.get("list").asLong()) : OptionalLong.empty());
    }

    private void refused(JsonNode facts) {
        List<String> details = new ArrayList<>();
        facts.get("details").forEach(detail -> details.add(detail.asText()));
        steps.refuse(
                receipt(facts),
                new Refusal(FindingCode.valueOf(facts.get("code").asText()), details));
    }

    /** Practice keeps nothing; only what a lost reply is written from is kept until it is there again. */
    private void replied(JsonNode facts) {
        long receipt = receipt(facts);
        steps.reply(receipt);
        LoggedDrop drop = log.get(receipt);
        if (home.isPractice(drop) && home.isAnswered(drop)) {
            rows.forget(receipt);
        }
    }
}
