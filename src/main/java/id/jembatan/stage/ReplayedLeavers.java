package id.jembatan.stage;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.EndReason;
import id.jembatan.domain.Leaving;
import java.time.LocalDate;
import java.util.Map;

/** Ends again whom somebody ended by hand. */
final class ReplayedLeavers {

    private final Leavers leavers;

    ReplayedLeavers(Register register) {
        this.leavers = new Leavers(register);
    }

    void addTo(Map<String, Replay.Step> steps) {
        steps.put("ended", this::ended);
    }

    private void ended(JsonNode facts) {
        Leaving leaving = new Leaving(
                LocalDate.parse(facts.get("on").asText()),
                EndReason.valueOf(facts.get("reason").asText()));
        leavers.end(facts.get("row").asLong(), leaving, facts.get("now").asBoolean());
    }
}
