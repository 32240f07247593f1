package id.jembatan.stage;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.EndReason;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.Leaving;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RowCounts;
import id.jembatan.domain.RowId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import org.jspecify.annotations.Nullable;

/**
 * Settlements again. What became of a row, its codes and its base come from the journal; who it was comes from the
 * archive, one chunk at a time.
 */
final class ReplayedOutcomes implements AutoCloseable {

    private final Register register;
    private final ProgrammeNumbers programmes;
    private final DropLog log;
    private final DropSteps steps;
    private final RowShelf rows;
    private final Replay.Home home;
    private final PurgedPeople purged;
    /** What repairs of the settlement in hand did to reviews, done again when all of its rows stand. */
    private final List<Long> closed = new ArrayList<>();

    private final List<JsonNode> freed = new ArrayList<>();
    private Replay.@Nullable People people;
    private long replayed;

    ReplayedOutcomes(
            Register register, DropLog log, DropSteps steps, RowShelf rows, Replay.Home home, PurgedPeople purged) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
        this.log = log;
        this.steps = steps;
        this.rows = rows;
        this.home = home;
        this.purged = purged;
    }

    void addTo(Map<String, Replay.Step> kinds) {
        kinds.put("outcomes", this::outcomes);
        kinds.put("cases", this::cases);
        kinds.put("reviews", this::reviews);
        kinds.put("denied", this::denied);
        kinds.put("review-closed", facts -> closed.add(facts.get("review").asLong()));
        kinds.put("freed", freed::add);
        kinds.put("settled", this::settled);
    }

    long rows() {
        return replayed;
    }

    private void outcomes(JsonNode facts) {
        long receipt = ReplayedReceipts.receipt(facts);
        long from = facts.get("from").asLong();
        if (from == 1) {
            close();
            people = purged.of(log.get(receipt), home::open);
        }
        if (people == null) {
            throw new IllegalStateException("receipt " + receipt + ": outcomes begin with row " + from);
        }
        String letters = facts.get("outcomes").asText();
        Map<Long, String> codes = byPosition(facts.get("codes"));
        Map<Long, String> bases = byPosition(facts.get("bases"));
        Map<Long, String> leaving = byPosition(facts.path("leaving"));
        JsonNode refs = facts.get("refs");
        JsonNode alike = facts.get("alike");
        JsonNode repairs = facts.get("repairs");
        List<JudgedRow> judged = new ArrayList<>(letters.length());
        List<Object[]> outcomes = new ArrayList<>(letters.length());
        List<Object[]> lookAlikes = new ArrayList<>();
        Places places = new Places(facts.get("at"));
        for (int i = 0; i < letters.length(); i++) {
            long position = from + i;
            Outcome outcome = OutcomeRecords.outcomeOf(letters.charAt(i));
            places.next();
            JudgedRow known = new JudgedRow(
                    position,
                    places.sheet,
                    places.row,
                    codes(codes.get(position)),
                    Optional.empty(),
                    Optional.ofNullable(bases.get(position)).map(BigDecimal::new),
                    find(repairs, position),
                    Optional.ofNullable(leaving.get(position)).map(ReplayedOutcomes::leaving),
                    Optional.empty());
            judged.add(people.with(known, outcome));
            find(alike, position).ifPresent(other -> lookAlikes.add(new Object[] {RowId.of(receipt, position), other}));
            JsonNode ref = refs.get(Long.toString(position));
            outcomes.add(new Object[] {RowId.of(receipt, position), outcome.name(), ref == null ? null : ref.asText()});
        }
        rows.put(receipt, judged);
        register.jdbc().batchUpdate("insert into row_outcome (row_id, outcome, ref) values (?, ?, ?)", outcomes);
        register.jdbc().batchUpdate("insert into look_alike (row_id, other_row_id) values (?, ?)", lookAlikes);
        replayed += letters.length();
    }

    private static OptionalLong find(JsonNode rows, long position) {
        JsonNode row = rows.get(Long.toString(position));
        return row == null ? OptionalLong.empty() : OptionalLong.of(row.asLong());
    }

    /** {@code 2025-06-01 DIED}. */
    private static Leaving leaving(String says) {
        int blank = says.indexOf(' ');
        return new Leaving(LocalDate.parse(says.substring(0, blank)), EndReason.valueOf(says.substring(blank + 1)));
    }

    private static Map<Long, String> byPosition(JsonNode ranges) {
        Map<Long, String> texts = new HashMap<>();
        ranges.properties().forEach(one -> Ranges.read(one.getValue().asText())
                .forEachRemaining((long position) -> texts.put(position, one.getKey())));
        return texts;
    }

    private static List<FindingCode> codes(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(";")).map(FindingCode::valueOf).toList();
    }

    /** Where the rows of one record stand: sheet after sheet, row after row. */
    private static final class Places {

        private final PrimitiveIterator.OfLong[] rowsOfSheet;
        private final int[] sheets;
        private int at;
        private int sheet;
        private int row;

        Places(JsonNode ranges) {
            List<Map.Entry<String, JsonNode>> all = List.copyOf(ranges.properties());
            sheets =
                    all.stream().mapToInt(one -> Integer.parseInt(one.getKey())).toArray();
            rowsOfSheet = all.stream()
                    .map(one -> Ranges.read(one.getValue().asText()))
                    .toArray(PrimitiveIterator.OfLong[]::new);
        }

        void next() {
            while (!rowsOfSheet[at].hasNext()) {
                at++;
            }
            sheet = sheets[at];
            row = (int) rowsOfSheet[at].nextLong();
        }
    }

    private void cases(JsonNode facts) {
        LoggedDrop drop = log.get(ReplayedReceipts.receipt(facts));
        addNumbers(facts, "case", """
                insert into claim_case (case_no, regency, nik, entry_row_id, opened_by)
                select cast(? as bigint), cast(? as varchar), nik, row_id, cast(? as bigint)
                from drop_row where row_id = ?""", drop);
    }

    private void reviews(JsonNode facts) {
        LoggedDrop drop = log.get(ReplayedReceipts.receipt(facts));
        addNumbers(facts, "review", """
                insert into review (review_no, regency, nik, opened_by, closed)
                select cast(? as bigint), cast(? as varchar), nik, cast(? as bigint), false
                from drop_row where row_id = ?""", drop);
    }

    private void denied(JsonNode facts) {
        register.jdbc()
                .batchUpdate(
                        """
                        insert into review_row (row_id, review_no, state, decision_no)
                        select cast(? as bigint), review_no, 'DENIED', decision_no from decision where decision_no = ?""",
                        facts.get("rows").properties().stream()
                                .map(one -> new Object[] {
                                    Long.parseLong(one.getKey()), one.getValue().asLong()
                                })
                                .toList());
    }

    private void addNumbers(JsonNode facts, String counter, String sql, LoggedDrop drop) {
        facts.get("rows").properties().forEach(one -> register.raise(counter, Long.parseLong(one.getKey())));
        String regency = drop.receipt().regency().orElseThrow().value();
        register.jdbc()
                .batchUpdate(
                        sql,
                        facts.get("rows").properties().stream()
                                .map(one -> new Object[] {
                                    Long.parseLong(one.getKey()),
                                    regency,
                                    drop.receipt().number(),
                                    one.getValue().asLong()
                                })
                                .toList());
    }

    private void settled(JsonNode facts) {
        close();
        long receipt = ReplayedReceipts.receipt(facts);
        steps.settleUnread(
                receipt,
                Json.writeTree(facts.get("sheets")),
                Json.writeTree(facts.get("reading")),
                counts(facts),
                facts.has("places") ? Json.writeTree(facts.get("places")) : null,
                facts.has("repair") ? Json.writeTree(facts.get("repair")) : null);
        if (facts.has("proposed")) {
            steps.propose(receipt, facts.get("proposed").asLong());
        }
        LoggedDrop drop = log.get(receipt);
        ProgrammeKey programme = drop.receipt().programme().orElseThrow();
        if (drop.receipt().leavers()) {
            new RepairedRows(register).prove(receipt, programmes.numberOf(programme));
            new LeaversLedger(register, drop, programmes.numberOf(programme)).end();
            new Moments(register).noteSettled(receipt);
            return;
        }
        new DropLedger(register, programmes, drop, programmes.numberOf(programme), programme, home.isPractice(drop))
                .replay(closed, freed, !purged.isGone(receipt));
        closed.clear();
        freed.clear();
        if (!home.isPractice(drop)) {
            new Moments(register).noteSettled(receipt);
        }
    }

    private static RowCounts counts(JsonNode facts) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            long count = facts.path(RowCounts.nameOf(outcome)).asLong();
            if (count > 0) {
                counts.put(outcome, count);
            }
        }
        return new RowCounts(facts.get("read").asLong(), counts).requireBalanced();
    }

    @Override
    public void close() {
        if (people != null) {
            people.close();
            people = null;
        }
    }
}
