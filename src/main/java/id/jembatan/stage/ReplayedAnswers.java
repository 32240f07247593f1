package id.jembatan.stage;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.AnswerCounts;
import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.LineRef;
import id.jembatan.domain.OperatorNeeded;
import id.jembatan.domain.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers again: the rows are read from the archive, what became of them stands in the journal. */
final class ReplayedAnswers {

    private final Register register;
    private final AnswerLog log;
    private final AnswerShelf shelf;
    private final AnswerDecisions decisions;
    private final Replay.Home home;
    private final PurgedPeople purged;

    ReplayedAnswers(Register register, Replay.Home home, PurgedPeople purged) {
        this.register = register;
        this.log = new AnswerLog(register);
        this.shelf = new AnswerShelf(register);
        this.decisions = new AnswerDecisions(register);
        this.home = home;
        this.purged = purged;
    }

    void addTo(Map<String, Replay.Step> kinds) {
        kinds.put("answer-received", this::received);
        kinds.put("answer-source-removed", facts -> log.removeSource(number(facts)));
        kinds.put("answer-refused", this::refused);
        kinds.put("answer-rows", this::rows);
        kinds.put("answer", this::settled);
        kinds.put("answer-told", facts -> log.setStep(number(facts), "ANSWERED"));
        kinds.put("answer-decided", this::decided);
        kinds.put("answer-parked", facts -> log.setStep(number(facts), "PARKED"));
    }

    private void decided(JsonNode facts) {
        decisions.apply(new AnswerDecisions.Asked(
                number(facts),
                facts.get("row").asInt(),
                Optional.ofNullable(facts.get("line")).flatMap(line -> LineRef.parse(line.asText())),
                "",
                facts.get("by").asText(),
                facts.get("reason").asText(),
                LocalDate.parse(facts.get("day").asText())));
    }

    private static long number(JsonNode facts) {
        return facts.get("answer").asLong();
    }

    private void received(JsonNode facts) {
        log.insert(
                number(facts),
                new AnswerLog.Arrived(
                        Optional.ofNullable(facts.get("branch")).map(JsonNode::asText),
                        facts.get("file").asText(),
                        facts.get("source").asText(),
                        facts.get("sha256").asText(),
                        facts.get("bytes").asLong(),
                        Instant.parse(facts.get("receivedAt").asText()),
                        LocalDate.parse(facts.get("day").asText()),
                        ReplayedReceipts.rules(facts)));
    }

    private void refused(JsonNode facts) {
        log.setRefused(
                number(facts),
                new Refusal(FindingCode.valueOf(facts.get("code").asText()), texts(facts.get("details"))));
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private void rows(JsonNode facts) {
        long answer = number(facts);
        if (!hasRows(answer)) {
            AnswerFile file = log.get(answer);
            if (purged.isAnswerGone(answer)) {
                purged.forEachRow(answer, rows -> shelf.put(file, rows));
            } else {
                home.readAnswers(file, rows -> shelf.put(file, rows));
            }
        }
        List<Object[]> became = new ArrayList<>();
        facts.get("rows").properties().forEach(one -> {
            String[] key = one.getKey().split(" ", -1);
            Ranges.read(one.getValue().asText())
                    .forEachRemaining((long pos) ->
                            became.add(new Object[] {key[0], key.length > 1 ? key[1] : null, answer, pos}));
        });
        register.jdbc()
                .batchUpdate("update answer_row set outcome = ?, reason = ? where answer_no = ? and pos = ?", became);
        List<Object[]> meant = new ArrayList<>();
        facts.get("lines").properties().forEach(one -> {
            Long batch = register.client()
                    .sql("select batch_id from batch where number = ?")
                    .param(one.getKey())
                    .query(Long.class)
                    .single();
            for (String run : one.getValue().asText().split(",", -1)) {
                String[] parts = run.split("[:x]", -1);
                for (int i = 0; i < Integer.parseInt(parts[2]); i++) {
                    meant.add(
                            new Object[] {batch, Integer.parseInt(parts[1]) + i, answer, Integer.parseInt(parts[0]) + i
                            });
                }
            }
        });
        register.jdbc()
                .batchUpdate("update answer_row set batch_id = ?, line_no = ? where answer_no = ? and pos = ?", meant);
    }

    private boolean hasRows(long answer) {
        return register.client()
                .sql("select exists (select 1 from answer_row where answer_no = ?)")
                .param(answer)
                .query(Boolean.class)
                .single();
    }

    /** Other words in the configuration could read another file out of the same bytes. */
    private void requireWhatWasRead(long answer, long read) {
        long same = register.client().sql("""
                        select count(*) from answer_row where answer_no = ? and outcome is not null and (verdict is not null
                            or outcome <> 'SETTLED')""").param(answer).query(Long.class).single();
        if (same != read) {
            throw new OperatorNeeded("rebuild.answer-differs", log.get(answer).id());
        }
    }

    private void settled(JsonNode facts) {
        long answer = number(facts);
        requireWhatWasRead(answer, facts.get("counts").get("read").asLong());
        AnswerMatch.apply(register, answer);
        AnswerMatch.ask(register, answer);
        log.setSettled(
                answer, texts(facts.get("sheets")), Json.read(Json.writeTree(facts.get("counts")), AnswerCounts.class));
    }
}
