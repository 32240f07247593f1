package id.jembatan.stage;

import id.jembatan.domain.Notice;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Ruling;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a decision changes, statement by statement: done once when it is made, and again when it is replayed; only row
 * numbers are needed for it.
 *
 * @param review null for a case
 * @param caseNumber null for a review
 * @param regency of the rows
 * @param receipt of the first of them
 */
record DecisionRows(
        long number,
        @Nullable Long review,
        @Nullable Long caseNumber,
        RegencyCode regency,
        String choice,
        int person,
        String version,
        String by,
        String reason,
        LocalDate day,
        long receipt,
        List<Long> freed,
        List<Long> denied,
        List<Long> kept,
        List<Long> ended) {

    void insert(Register register) {
        register.jdbc().update("""
                        insert into decision (decision_no, review_no, case_no, choice, person, version, actor, reason,
                            business_day, after_receipt, after_notice, queue, undone)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?,
                            (select coalesce(max(receipt), 0) from drop_log where outcomes is not null),
                            (select coalesce(max(notice_no), 0) from notice),
                            (select last_given from counter where name = 'queue'), false)""", number, review, caseNumber, choice, person, version, by, reason, day);
    }

    /** Rows are freed or stay out, entries end, and what was said of the persons is remembered. */
    void apply(Register register) {
        stand(register, freed, "FREED");
        stand(register, denied, "DENIED");
        register.jdbc()
                .batchUpdate(
                        """
                        insert into decision_entry (decision_no, entry_row_id, state)
                        select cast(? as bigint), row_id, state from entry
                        where row_id = ? and state in ('STAGED', 'WAITLISTED', 'SENT', 'ACTIVE')""",
                        ended.stream().map(row -> new Object[] {number, row}).toList());
        register.jdbc()
                .batchUpdate(
                        """
                        update entry set state = 'ENDED', ended_from = state, ended_on = ?, end_reason = ?
                        where row_id = ? and state in ('STAGED', 'WAITLISTED', 'SENT', 'ACTIVE')""",
                        ended.stream()
                                .map(row -> new Object[] {day, review == null ? "CASE_DECIDED" : "REVIEW_DECIDED", row})
                                .toList());
        if (review != null) {
            register.client()
                    .sql("update review set closed = true where review_no = ?")
                    .param(review)
                    .update();
            Verdicts verdicts = new Verdicts(register, regency);
            verdicts.remember(number, freed, true);
            verdicts.remember(number, data(register, kept), true);
            verdicts.remember(number, denied, false);
            verdicts.remember(number, data(register, ended), false);
        } else {
            register.client()
                    .sql("update claim_case set state = ? where case_no = ?")
                    .params(choice, caseNumber)
                    .update();
            new Verdicts(register, regency).remember(number, denied, false);
        }
    }

    private static List<Long> data(Register register, List<Long> entries) {
        return entries.stream()
                .map(entry -> register.client()
                        .sql("select data_row_id from entry where row_id = ?")
                        .param(entry)
                        .query(Long.class)
                        .single())
                .toList();
    }

    private void stand(Register register, List<Long> rows, String state) {
        register.jdbc()
                .batchUpdate(
                        """
                        merge into review_row s using (select row_id from drop_row where row_id = ?) r
                        on s.row_id = r.row_id
                        when matched then update set state = ?, prior_settled_by = s.settled_by,
                            prior_decision_no = s.decision_no, settled_by = null, decision_no = ?, outcome = null, ref = null
                        when not matched then insert (row_id, state, decision_no) values (r.row_id, ?, ?)""",
                        rows.stream()
                                .map(row -> new Object[] {row, state, number, state, number})
                                .toList());
    }

    /** Tells the offices of what is decided outright; rows that are freed are told of when they are settled. */
    void tell(Notices notices) {
        denied.forEach(row -> notices.tell(row, Notice.Became.DENIED, ""));
        boolean moved = choice.equals(Ruling.Choice.OURS.name());
        ended.forEach(row -> notices.tell(row, moved ? Notice.Became.MOVED : Notice.Became.ENDED, ""));
        if (review == null) {
            kept.forEach(row -> notices.tell(row, Notice.Became.KEPT, ""));
        }
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = new java.util.TreeMap<>();
        facts.put("decision", number);
        if (review != null) {
            facts.put("review", review);
        }
        if (caseNumber != null) {
            facts.put("case", caseNumber);
        }
        facts.put("regency", regency.value());
        facts.put("choice", choice);
        facts.put("person", person);
        facts.put("version", version);
        facts.put("by", by);
        facts.put("reason", reason);
        facts.put("day", day.toString());
        facts.put("receipt", receipt);
        facts.put("freed", Ranges.of(freed));
        facts.put("denied", Ranges.of(denied));
        facts.put("kept", Ranges.of(kept));
        facts.put("ended", Ranges.of(ended));
        return facts;
    }

    static DecisionRows of(com.fasterxml.jackson.databind.JsonNode facts) {
        return new DecisionRows(
                facts.get("decision").asLong(),
                facts.has("review") ? facts.get("review").asLong() : null,
                facts.has("case") ? facts.get("case").asLong() : null,
                new RegencyCode(facts.get("regency").asText()),
                facts.get("choice").asText(),
                facts.get("person").asInt(),
                facts.get("version").asText(),
                facts.get("by").asText(),
                facts.get("reason").asText(),
                LocalDate.parse(facts.get("day").asText()),
                facts.get("receipt").asLong(),
                Ranges.list(facts.get("freed").asText()),
                Ranges.list(facts.get("denied").asText()),
                Ranges.list(facts.get("kept").asText()),
                Ranges.list(facts.get("ended").asText()));
    }

    @Override
    public String toString() {
        return "decision " + number;
    }
}
