package id.jembatan.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decisions again; what became of the rows that one freed is done with its last record, in one go. */
final class ReplayedDecisions {

    private final DecisionShelf shelf;
    private final List<JsonNode> freed = new ArrayList<>();
    private Optional<DecisionRows> decision = Optional.empty();

    ReplayedDecisions(Register register) {
        this.shelf = new DecisionShelf(register);
    }

    /** After the steps of settlements, which also know rows that are freed. */
    void addTo(Map<String, Replay.Step> kinds) {
        Replay.Step bySettlement = kinds.getOrDefault("freed", facts -> {
            throw new IllegalStateException("a settlement frees rows");
        });
        kinds.put("decision", facts -> {
            DecisionRows made = DecisionRows.of(facts);
            shelf.replay(made);
            decision = Optional.of(made);
        });
        kinds.put("freed", facts -> {
            if (facts.has("decision")) {
                freed.add(facts);
            } else {
                bySettlement.replay(facts);
            }
        });
        kinds.put("decided", facts -> {
            shelf.replayFreed(decision.orElseThrow(), freed);
            decision = Optional.empty();
            freed.clear();
        });
        kinds.put(
                "decision-undone",
                facts -> shelf.replayUndo(facts.get("decision").asLong()));
        kinds.put(
                "cases-over",
                facts -> shelf.markOver(Ranges.list(facts.get("cases").asText())));
    }
}
