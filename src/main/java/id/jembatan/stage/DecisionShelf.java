package id.jembatan.stage;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.Claim;
import id.jembatan.domain.Decided;
import id.jembatan.domain.Dispute;
import id.jembatan.domain.Notice;
import id.jembatan.domain.PlaceLedger;
import id.jembatan.domain.RoomAllAlong;
import id.jembatan.domain.RowId;
import id.jembatan.domain.Ruling;
import id.jembatan.domain.SettlementLedger.FreedRowJudge;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Decisions of a person, each in one transaction with all that follows from it (SPEC section 6). */
public final class DecisionShelf {

    /** Of a decision that is about the other kind. */
    private static final long NONE = 0;

    private final Register register;
    private final ProgrammeNumbers programmes;
    private final JournalOutbox journal;
    private final DisputeShelf disputes;

    public DecisionShelf(Register register) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
        this.journal = new JournalOutbox(register);
        this.disputes = new DisputeShelf(register);
    }

    /**
     * What is asked for.
     *
     * @param version of what was looked at
     * @param by who decides
     */
    public record Asked(Dispute.Kind kind, long number, String version, String by, String reason, LocalDate day) {

        @Override
        public String toString() {
            return kind + " " + number;
        }
    }

    /**
     * Decides, unless it has moved since it was looked at; rows that this frees are settled at once, in their old order.
     *
     * @param rule what the decision means for the claims as they stand
     * @param judge what becomes of a row that is freed
     */
    public Decided decide(Asked asked, Function<Dispute, Ruling> rule, Function<PlaceLedger, FreedRowJudge> judge) {
        return register.inTransaction(() -> {
            register.takeTurn();
            Optional<Dispute> found = asked.kind() == Dispute.Kind.REVIEW
                    ? disputes.findReview(asked.number())
                    : disputes.findCase(asked.number());
            if (found.filter(Dispute::open).isEmpty()) {
                return Decided.of(Decided.Result.NOT_OPEN);
            }
            Dispute dispute = found.get();
            if (!dispute.version().equals(asked.version())) {
                return Decided.of(Decided.Result.MOVED);
            }
            return new Decided(Decided.Result.DONE, decide(asked, dispute, rule.apply(dispute), judge), List.of());
        });
    }

    private long decide(Asked asked, Dispute dispute, Ruling ruling, Function<PlaceLedger, FreedRowJudge> judge) {
        boolean review = dispute.kind() == Dispute.Kind.REVIEW;
        DecisionRows decision = new DecisionRows(
                register.next("decision"),
                review ? dispute.number() : null,
                review ? null : dispute.number(),
                dispute.regency(),
                ruling.choice().name(),
                ruling.person(),
                dispute.version(),
                asked.by(),
                asked.reason(),
                asked.day(),
                RowId.receipt(dispute.claims().get(0).rowId()),
                rows(ruling.freed()),
                rows(ruling.denied()),
                rows(ruling.kept()),
                rows(ruling.ended()));
        long lastCase = register.lastGiven("case");
        decision.insert(register);
        decision.apply(register);
        journal.add("decision", decision.facts());
        Notices notices = new Notices(register, journal, review ? Notice.Cause.REVIEW : Notice.Cause.CASE, asked.day());
        decision.tell(notices);
        freedOf(decision)
                .settle(
                        judge.apply(new PlaceLines(register, programmes, decision.regency(), decision.receipt())),
                        notices);
        if (ruling.choice() == Ruling.Choice.THEIRS) {
            dispute.claims().stream()
                    .filter(claim -> !claim.entry())
                    .forEach(claim -> notices.tell(claim.rowId(), Notice.Became.COVERED, dispute.name()));
        }
        addCases(decision.receipt(), lastCase);
        notices.close();
        journal.add("decided", Map.of("decision", decision.number()));
        return decision.number();
    }

    private static List<Long> rows(List<Claim> claims) {
        return claims.stream().map(Claim::rowId).sorted().toList();
    }

    private FreedLedger freedOf(DecisionRows decision) {
        return FreedLedger.byDecision(
                register,
                programmes,
                new Reviews(register, programmes, decision.regency(), decision.receipt()),
                decision.number());
    }

    private void addCases(long receipt, long last) {
        Map<Long, Long> opened = new TreeMap<>();
        register.client()
                .sql("select case_no, entry_row_id from claim_case where case_no > ? order by case_no")
                .param(last)
                .query(row -> {
                    opened.put(row.getLong(1), row.getLong(2));
                });
        if (!opened.isEmpty()) {
            journal.add("cases", Map.of("receipt", receipt, "rows", opened));
        }
    }

    /** As the record says, before what follows from it. */
    void replay(DecisionRows decision) {
        decision.insert(register);
        decision.apply(register);
    }

    /** The rows that it freed, as their records say. */
    void replayFreed(DecisionRows decision, List<JsonNode> freed) {
        FreedLedger ledger = freedOf(decision);
        freed.forEach(ledger::replay);
    }

    /**
     * Takes the last decision of a review or a case back, on the day on which it was made, as long as nothing stands on it.
     *
     * @param room tells whether places were short since
     */
    public Decided undo(Dispute.Kind kind, long number, String by, LocalDate day, RoomAllAlong room) {
        return register.inTransaction(() -> {
            register.takeTurn();
            Optional<Long> last = register.client()
                    .sql("""
                            select max(decision_no) from decision
                            where (review_no = ? or case_no = ?) and undone = false and business_day = ?""")
                    .params(kind == Dispute.Kind.REVIEW ? number : NONE, kind == Dispute.Kind.CASE ? number : NONE, day)
                    .query((row, i) -> row.getLong(1))
                    .optional()
                    .filter(decision -> decision > 0);
            if (last.isEmpty()) {
                return Decided.of(Decided.Result.TOO_LATE);
            }
            UndoneDecision undone = new UndoneDecision(register, last.get());
            List<Decided.Blocker> blockers = undone.blockers(day, programmes, room);
            if (!blockers.isEmpty()) {
                return new Decided(Decided.Result.BLOCKED, last.get(), blockers);
            }
            boolean review = kind == Dispute.Kind.REVIEW;
            Notices notices = new Notices(register, journal, review ? Notice.Cause.REVIEW : Notice.Cause.CASE, day);
            undone.tell(kind, "case:" + number, notices);
            undone.apply();
            journal.add("decision-undone", Map.of("decision", last.get(), "by", by));
            notices.close();
            journal.add("told", Map.of("decision", last.get()));
            return new Decided(Decided.Result.DONE, last.get(), List.of());
        });
    }

    void replayUndo(long decision) {
        new UndoneDecision(register, decision).apply();
    }

    /** Cases whose other entry has ended are over, and the rows that it covered may be sent again: their offices are told. */
    public void closeCasesThatAreOver(LocalDate day) {
        register.runInTransaction(() -> {
            register.takeTurn();
            List<Long> over = register.client().sql("""
                            select c.case_no from claim_case c
                            join entry e on e.row_id = c.entry_row_id and e.state in ('ENDED', 'REFUSED')
                            where c.state in ('OPEN', 'THEIRS') order by c.case_no""").query(Long.class).list();
            if (over.isEmpty()) {
                return;
            }
            journal.add("cases-over", Map.of("cases", Ranges.of(over)));
            Notices notices = new Notices(register, journal, Notice.Cause.CASE, day);
            for (long number : over) {
                disputes.findCase(number).stream()
                        .flatMap(dispute -> dispute.claims().stream())
                        .filter(claim -> !claim.entry())
                        .forEach(claim -> notices.tell(claim.rowId(), Notice.Became.UNCOVERED, ""));
            }
            markOver(over);
            notices.close();
            journal.add("told", Map.of("cases", over.size()));
        });
    }

    void markOver(List<Long> cases) {
        register.jdbc()
                .batchUpdate(
                        "update claim_case set state = 'OVER' where case_no = ?",
                        cases.stream().map(number -> new Object[] {number}).toList());
    }
}
