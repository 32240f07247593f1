package id.jembatan.stage;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.EndReason;
import id.jembatan.domain.Leaving;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Proposes again whom full lists did not hold, and ends again whom somebody ended by hand. */
final class ReplayedLeavers {

    private final Register register;
    private final Leavers leavers;

    ReplayedLeavers(Register register) {
        this.register = register;
        this.leavers = new Leavers(register);
    }

    void addTo(Map<String, Replay.Step> steps) {
        steps.put("ended", this::ended);
        steps.put("proposed", this::proposed);
        steps.put("proposals-void", facts -> new Proposals(register, new JournalOutbox(register), 0)
                .setVoid(
                        Ranges.list(facts.get("numbers").asText()),
                        facts.get("receipt").asLong(),
                        facts.path("all").asBoolean()));
        steps.put(
                "leavers-confirmed",
                facts -> leavers.confirm(
                        facts.get("list").asLong(),
                        LocalDate.parse(facts.get("on").asText()),
                        facts.get("now").asBoolean()));
        steps.put("leaver-kept", facts -> leavers.keep(facts.get("number").asLong()));
    }

    private void proposed(JsonNode facts) {
        long number = facts.get("first").asLong();
        List<Object[]> proposals = new ArrayList<>();
        for (long entry : Ranges.list(facts.get("rows").asText())) {
            proposals.add(new Object[] {number++, facts.get("list").asLong(), entry});
        }
        register.raise("proposal", number - 1);
        register.jdbc()
                .batchUpdate(
                        "insert into leaver_proposal (number, list_no, entry_row_id, state) values (?, ?, ?, 'OPEN')",
                        proposals);
    }

    private void ended(JsonNode facts) {
        Leaving leaving = new Leaving(
                LocalDate.parse(facts.get("on").asText()),
                EndReason.valueOf(facts.get("reason").asText()));
        leavers.end(facts.get("row").asLong(), leaving, facts.get("now").asBoolean());
    }
}
