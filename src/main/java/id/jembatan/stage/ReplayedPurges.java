package id.jembatan.stage;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Purge;
import id.jembatan.domain.PurgeFacts;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.RowId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Purges again: the rows that went are forgotten once more, though nobody was in them this time. */
final class ReplayedPurges {

    private final Register register;
    private final ProgrammeNumbers programmes;
    private final PurgeShelf shelf;
    private final ForgottenRows forgotten;

    ReplayedPurges(Register register) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
        this.shelf = new PurgeShelf(register);
        this.forgotten = new ForgottenRows(register);
    }

    void addTo(Map<String, Replay.Step> kinds) {
        kinds.put("purged-rows", this::rows);
        kinds.put("purged-answers", this::answers);
        kinds.put("purged", this::purged);
        kinds.put("purge-done", facts -> shelf.finish(facts.get("purge").asLong()));
    }

    private void rows(JsonNode facts) {
        long receipt = ReplayedReceipts.receipt(facts);
        List<Object[]> rows = new ArrayList<>();
        Ranges.read(facts.get("rows").asText())
                .forEachRemaining((long position) -> rows.add(new Object[] {RowId.of(receipt, position)}));
        forgotten.clear();
        register.jdbc().batchUpdate("insert into purging_row (row_id) values (?)", rows);
        forgotten.forget();
        forgotten.clear();
    }

    private void answers(JsonNode facts) {
        long answer = facts.get("answer").asLong();
        List<Object[]> rows = new ArrayList<>();
        Ranges.read(facts.get("rows").asText())
                .forEachRemaining((long position) -> rows.add(new Object[] {answer, position}));
        forgotten.clear();
        register.jdbc().batchUpdate("insert into purging_answer (answer_no, pos) values (?, ?)", rows);
        forgotten.forgetAnswers();
        forgotten.clear();
    }

    private void purged(JsonNode facts) {
        String told = Json.writeTree(facts.get("facts"));
        Purge purge = new Purge(
                facts.get("purge").asLong(),
                facts.get("id").asText(),
                LocalDate.parse(facts.get("day").asText()),
                Instant.parse(facts.get("at").asText()),
                facts.get("by").asText(),
                Json.read(told, PurgeFacts.class));
        shelf.insert(purge, told);
        mark("drop_log", "receipt", purge, facts.get("drops"));
        mark("answer_file", "answer_no", purge, facts.get("answers"));
        mark("batch", "batch_id", purge, facts.get("batches"));
        for (JsonNode month : facts.get("months")) {
            String[] words = month.asText().split("[/ ]", -1);
            register.client()
                    .sql("update iuran_month set purge_no = ? where programme_no = ? and of_month = ?")
                    .params(
                            purge.number(),
                            programmes.numberOf(new ProgrammeKey(new RegencyCode(words[0]), words[1])),
                            YearMonth.parse(words[2]).atDay(1))
                    .update();
        }
        forgotten.forgetReferences(purge.number());
    }

    private void mark(String table, String key, Purge purge, JsonNode numbers) {
        register.jdbc()
                .batchUpdate(
                        "update " + table + " set purge_no = ? where " + key + " = ?",
                        Ranges.list(numbers.asText()).stream()
                                .map(number -> new Object[] {purge.number(), number})
                                .toList());
    }
}
