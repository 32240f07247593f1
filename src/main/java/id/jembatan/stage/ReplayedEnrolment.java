package id.jembatan.stage;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.Batch;
import id.jembatan.domain.PlacesTaken;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RegencyCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Nights again: who ended, who was promoted, which people a batch froze, and how far it came. */
final class ReplayedEnrolment {

    private final Register register;
    private final ProgrammeNumbers programmes;
    private final EnrolmentShelf shelf;

    ReplayedEnrolment(Register register) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
        this.shelf = new EnrolmentShelf(register);
    }

    void addTo(Map<String, Replay.Step> steps) {
        steps.put("programme-over", facts -> ledger(facts)
                .replayEnd(LocalDate.parse(facts.get("on").asText())));
        steps.put("left", facts -> ledger(facts)
                .leave(LocalDate.parse(facts.get("on").asText())));
        steps.put("promoted", facts -> ledger(facts)
                .stage(Ranges.list(facts.get("rows").asText())));
        steps.put("passed", facts -> ledger(facts)
                .pass(
                        Ranges.list(facts.get("rows").asText()),
                        LocalDate.parse(facts.get("on").asText())));
        steps.put("batch-opened", this::batchOpened);
        steps.put("batch-lines", this::batchLines);
        steps.put("batch", this::batchClosed);
        steps.put(
                "publishing",
                facts ->
                        shelf.setPublishing(number(facts), facts.get("manifest").asText()));
        steps.put(
                "released",
                facts -> shelf.setReleased(
                        number(facts),
                        facts.get("by").asText(),
                        Optional.ofNullable(facts.get("on")).map(on -> LocalDate.parse(on.asText()))));
        steps.put("sent", facts -> shelf.setSent(number(facts)));
        steps.put(
                "night",
                facts -> shelf.insertNight(
                        new RegencyCode(facts.get("regency").asText()),
                        LocalDate.parse(facts.get("day").asText())));
    }

    private static String number(JsonNode facts) {
        return facts.get("batch").asText();
    }

    private ProgrammeLedger ledger(JsonNode facts) {
        String name = facts.get("programme").asText();
        int slash = name.indexOf('/');
        ProgrammeKey key = new ProgrammeKey(new RegencyCode(name.substring(0, slash)), name.substring(slash + 1));
        return new ProgrammeLedger(
                register,
                programmes,
                new JournalOutbox(register),
                programmes.numberOf(key),
                ReplayedReceipts.rules(facts));
    }

    private void batchOpened(JsonNode facts) {
        ledger(facts)
                .insertBatch(
                        facts.get("id").asLong(),
                        number(facts),
                        Batch.Kind.valueOf(facts.get("sort").asText()),
                        facts.get("branch").asText(),
                        facts.get("profile").asText(),
                        LocalDate.parse(facts.get("day").asText()),
                        facts.get("months").asInt(),
                        Optional.ofNullable(facts.get("held-for")).map(JsonNode::asText));
    }

    private long idOf(JsonNode facts) {
        return register.client()
                .sql("select batch_id from batch where number = ?")
                .param(number(facts))
                .query(Long.class)
                .single();
    }

    private void batchLines(JsonNode facts) {
        long batch = idOf(facts);
        int line = facts.get("from").asInt();
        JsonNode versions = facts.get("versions");
        List<Object[]> lines = new ArrayList<>();
        for (long rowId : Ranges.list(facts.get("rows").asText())) {
            JsonNode version = versions.get(Integer.toString(line));
            lines.add(new Object[] {batch, line, version == null ? rowId : version.asLong(), rowId});
            line++;
        }
        register.jdbc().batchUpdate("""
                        insert into batch_line (batch_id, line_no, row_id, data_row_id, base, ended_on, end_reason)
                        select cast(? as bigint), cast(? as int), row_id, cast(? as bigint), base, ended_on, end_reason
                        from entry where row_id = ?""", lines);
    }

    private void batchClosed(JsonNode facts) {
        ledger(facts)
                .close(
                        idOf(facts),
                        facts.get("people").asLong(),
                        Json.writeTree(facts.get("monthly")),
                        new BigDecimal(facts.get("total").asText()),
                        YearMonth.parse(facts.get("month").asText()),
                        Optional.ofNullable(facts.get("places-used"))
                                .map(used -> new PlacesTaken(used.asLong(), quota(facts))));
    }

    private static OptionalLong quota(JsonNode facts) {
        JsonNode quota = facts.get("places-quota");
        return quota == null ? OptionalLong.empty() : OptionalLong.of(quota.asLong());
    }
}
