package id.jembatan.stage;

import id.jembatan.domain.Batch;
import id.jembatan.domain.Contribution;
import id.jembatan.domain.Ending;
import id.jembatan.domain.EnrolmentLedger;
import id.jembatan.domain.Notice;
import id.jembatan.domain.PlacedGroup;
import id.jembatan.domain.PlacesTaken;
import id.jembatan.domain.ProgrammeKey;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** The SQL behind {@link EnrolmentLedger} for one programme. */
final class ProgrammeLedger implements EnrolmentLedger {

    private static final int AT_A_TIME = 1_000;

    private final Register register;
    private final ProgrammeNumbers programmes;
    private final JournalOutbox journal;
    private final int programme;
    private final Optional<String> rules;

    private long batch;
    private String number = "";
    private int line;
    private final List<Staged> lines = new ArrayList<>(AT_A_TIME);
    private Optional<Notices> promoted = Optional.empty();

    ProgrammeLedger(Register register, ProgrammeNumbers programmes, JournalOutbox journal, int programme) {
        this(register, programmes, journal, programme, Optional.empty());
    }

    /** @param rules the archived rules that batches are frozen under */
    ProgrammeLedger(
            Register register,
            ProgrammeNumbers programmes,
            JournalOutbox journal,
            int programme,
            Optional<String> rules) {
        this.rules = rules;
        this.register = register;
        this.programmes = programmes;
        this.journal = journal;
        this.programme = programme;
    }

    @Override
    public void endAll(LocalDate on) {
        int ended = end(on);
        int left = Reviews.leave(register, programme);
        if (ended + left > 0) {
            journal.add("programme-over", Map.of("programme", name(), "on", on.toString(), "people", ended));
        }
    }

    void replayEnd(LocalDate on) {
        end(on);
        Reviews.leave(register, programme);
    }

    @Override
    public int endLeaving(LocalDate on) {
        int left = leave(on);
        if (left > 0) {
            journal.add("left", Map.of("programme", name(), "on", on.toString(), "people", left));
        }
        return left;
    }

    /** Everybody of the programme whose day has come. */
    int leave(LocalDate on) {
        return register.client().sql("""
                        update entry set state = 'ENDED', ended_from = state, ended_on = leaves_on,
                            end_reason = leave_reason, leaves_on = null, leave_reason = null
                        where programme_no = ? and state in ('STAGED', 'WAITLISTED', 'SENT', 'ACTIVE') and\s""" + Leavers.DUE).params(programme, on).update();
    }

    private int end(LocalDate on) {
        return register.client().sql("""
                        update entry set state = 'ENDED', ended_from = state, ended_on = ?,
                            end_reason = 'PROGRAMME_OVER', left_by = null, leaves_on = null, leave_reason = null
                        where programme_no = ? and state in ('STAGED', 'WAITLISTED', 'SENT', 'ACTIVE')""").params(on, programme).update();
    }

    @Override
    public void forEachPlaced(Consumer<PlacedGroup> action) {
        PlacedGroups.forEach(register, programme, action);
    }

    @Override
    public long countWaiting() {
        return register.client()
                .sql("select count(*) from entry where programme_no = ? and state = 'WAITLISTED'")
                .param(programme)
                .query(Long.class)
                .single();
    }

    /** A person who has places elsewhere comes in as many lines as places; they are gathered into one. */
    @Override
    public void walkWaiting(WaitingWalker walker) {
        register.jdbc()
                .query(
                        """
                        select e.row_id, e.base, d.birth_date, o.programme_no, e.passed_on
                        from entry e
                        join drop_row d on d.row_id = e.data_row_id
                        left join (drop_row g join entry o on o.row_id = g.row_id
                            and o.state in ('STAGED', 'SENT', 'ACTIVE')) on g.nik = d.nik
                        where e.programme_no = ? and e.state = 'WAITLISTED'
                        order by e.queue, e.row_id""",
                        rows -> {
                            boolean more = rows.next();
                            while (more) {
                                long rowId = rows.getLong(1);
                                BigDecimal base = rows.getBigDecimal(2);
                                Optional<LocalDate> birth = Optional.ofNullable(rows.getObject(3, LocalDate.class));
                                boolean passed = rows.getObject(5, LocalDate.class) != null;
                                List<ProgrammeKey> heldBy = new ArrayList<>();
                                while (more && rows.getLong(1) == rowId) {
                                    addHolder(rows, heldBy);
                                    more = rows.next();
                                }
                                if (!walker.see(new Waiting(rowId, base, birth, heldBy, passed))) {
                                    more = false;
                                }
                            }
                            return true;
                        },
                        programme);
    }

    private void addHolder(ResultSet rows, List<ProgrammeKey> heldBy) throws SQLException {
        int holder = rows.getInt(4);
        if (!rows.wasNull()) {
            heldBy.add(programmes.keyOf(holder));
        }
    }

    @Override
    public void promote(List<Long> rowIds, LocalDate on) {
        if (rowIds.isEmpty()) {
            return;
        }
        stage(rowIds);
        journal.add("promoted", Map.of("programme", name(), "rows", Ranges.of(rowIds)));
        Notices told = promoted.orElseGet(() -> new Notices(register, journal, Notice.Cause.PROMOTION, on));
        promoted = Optional.of(told);
        rowIds.forEach(rowId -> told.tell(rowId, Notice.Became.PROMOTED, ""));
    }

    @Override
    public void passOver(List<Long> rowIds, LocalDate on) {
        if (!rowIds.isEmpty()) {
            pass(rowIds, on);
            journal.add("passed", Map.of("programme", name(), "rows", Ranges.of(rowIds), "on", on.toString()));
        }
    }

    void pass(List<Long> rowIds, LocalDate on) {
        register.jdbc()
                .batchUpdate(
                        "update entry set passed_on = ? where row_id = ?",
                        rowIds.stream().map(rowId -> new Object[] {on, rowId}).toList());
    }

    /** Ends what the transaction has to say: the last that it does. */
    void finish() {
        if (promoted.filter(Notices::close).isPresent()) {
            journal.add("told", Map.of("programme", name()));
        }
    }

    void stage(List<Long> rowIds) {
        register.jdbc()
                .batchUpdate(
                        "update entry set state = 'STAGED' where row_id = ? and state = 'WAITLISTED'",
                        rowIds.stream().map(rowId -> new Object[] {rowId}).toList());
    }

    @Override
    public void forEachStaged(Consumer<Staged> action) {
        register.jdbc()
                .query(
                        """
                        select row_id, data_row_id, base from entry
                        where programme_no = ? and state = 'STAGED' and batch_id is null order by row_id""",
                        row -> {
                            action.accept(new Staged(row.getLong(1), row.getLong(2), row.getBigDecimal(3)));
                        },
                        programme);
    }

    @Override
    public boolean hasStaged() {
        return register.client().sql("""
                        select exists (select 1 from entry
                            where programme_no = ? and state = 'STAGED' and batch_id is null)""").param(programme).query(Boolean.class).single();
    }

    @Override
    public long countStaged() {
        return register.client()
                .sql("select count(*) from entry where programme_no = ? and state = 'STAGED' and batch_id is null")
                .param(programme)
                .query(Long.class)
                .single();
    }

    /** Most people are still as the row that brought them in says: only the others can have changed. */
    @Override
    public void forEachChanged(BiPredicate<Told, Told> differs, Consumer<Staged> action) {
        register.jdbc()
                .query(
                        "select e.row_id, e.data_row_id, e.base, l.base, " + WorkerColumns.listed("d") + ", "
                                + WorkerColumns.listed("n") + """
                                 from entry e
                                join batch_line l on l.row_id = e.row_id and l.batch_id = (
                                    select max(s.batch_id) from batch_line s join batch b on b.batch_id = s.batch_id
                                    where s.row_id = e.row_id and b.kind in ('NEW', 'CHANGE'))
                                join drop_row d on d.row_id = l.data_row_id
                                join drop_row n on n.row_id = e.data_row_id
                                where e.programme_no = ? and e.state in ('SENT', 'ACTIVE')
                                    and e.data_row_id <> e.row_id and e.data_row_id <> l.data_row_id
                                order by e.row_id""",
                        row -> {
                            Told before = new Told(WorkerColumns.get(row, 5), row.getBigDecimal(4));
                            Told after =
                                    new Told(WorkerColumns.get(row, 5 + WorkerColumns.count()), row.getBigDecimal(3));
                            if (differs.test(before, after)) {
                                action.accept(new Staged(row.getLong(1), row.getLong(2), row.getBigDecimal(3)));
                            }
                        },
                        programme);
    }

    /** Whose batch is not yet with the branch is sent first. */
    @Override
    public void forEachEnded(Consumer<Staged> action) {
        register.jdbc()
                .query(
                        """
                        select e.row_id, e.data_row_id, e.base, e.ended_on, e.end_reason from entry e
                        join batch s on s.batch_id = e.batch_id and s.state = 'SENT'
                        join drop_row d on d.row_id = e.data_row_id and d.nik is not null
                        where e.programme_no = ? and e.state = 'ENDED' and e.ended_on is not null
                            and coalesce(e.end_reason, '') <> 'PROGRAMME_OVER'
                            and not exists (select 1 from batch_line l join batch b on b.batch_id = l.batch_id
                                where l.row_id = e.row_id and b.kind = 'END')
                        order by e.row_id""",
                        row -> {
                            Ending ending = new Ending(
                                    row.getObject(4, LocalDate.class),
                                    Optional.ofNullable(row.getString(5)).orElse(""));
                            action.accept(new Staged(
                                    row.getLong(1), row.getLong(2), row.getBigDecimal(3), Optional.of(ending)));
                        },
                        programme);
    }

    @Override
    public boolean hasBatchIn(Batch.Kind kind, YearMonth month) {
        return register.client()
                .sql("""
                        select exists (select 1 from batch
                            where programme_no = ? and kind = ? and business_day >= ? and business_day < ?)""")
                .params(
                        programme,
                        kind.name(),
                        month.atDay(1),
                        month.plusMonths(1).atDay(1))
                .query(Boolean.class)
                .single();
    }

    @Override
    public int countBatches(Batch.Kind kind, LocalDate day) {
        return register.client()
                .sql("select count(*) from batch where programme_no = ? and kind = ? and business_day = ?")
                .params(programme, kind.name(), day)
                .query(Integer.class)
                .single();
    }

    @Override
    public void openBatch(
            String given,
            Batch.Kind kind,
            String branch,
            String profile,
            LocalDate day,
            int months,
            Optional<String> heldFor) {
        batch = register.next("batch");
        number = given;
        line = 0;
        insertBatch(batch, number, kind, branch, profile, day, months, heldFor);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("batch", number);
        facts.put("id", batch);
        facts.put("sort", kind.name());
        facts.put("programme", name());
        facts.put("branch", branch);
        facts.put("profile", profile);
        facts.put("day", day.toString());
        facts.put("months", months);
        heldFor.ifPresent(by -> facts.put("held-for", by));
        rules.ifPresent(of -> facts.put("rules", of));
        journal.add("batch-opened", facts);
    }

    void insertBatch(
            long id,
            String given,
            Batch.Kind kind,
            String branch,
            String profile,
            LocalDate day,
            int months,
            Optional<String> heldFor) {
        register.client()
                .sql("""
                        insert into batch (batch_id, number, kind, programme_no, branch, business_day, state, profile,
                            people, months, monthly, total, held, made_by, rules)
                        values (?, ?, ?, ?, ?, ?, 'FROZEN', ?, 0, ?, '', 0, ?, cast(? as varchar(200)),
                            cast(? as varchar(64)))""")
                .params(
                        id,
                        given,
                        kind.name(),
                        programme,
                        branch,
                        day,
                        profile,
                        months,
                        heldFor.isPresent(),
                        heldFor.orElse(null),
                        rules.orElse(null))
                .update();
    }

    @Override
    public void freezeLine(Staged person) {
        lines.add(person);
        if (lines.size() == AT_A_TIME) {
            writeLines();
        }
    }

    private void writeLines() {
        int from = line + 1;
        register.jdbc()
                .batchUpdate(
                        "insert into batch_line (batch_id, line_no, row_id, data_row_id, base, ended_on, end_reason)"
                                + " values (?, ?, ?, ?, ?, cast(? as date), cast(? as varchar(200)))",
                        lines.stream()
                                .map(person -> new Object[] {
                                    batch,
                                    ++line,
                                    person.rowId(),
                                    person.dataRowId(),
                                    person.base(),
                                    person.ending().map(Ending::on).orElse(null),
                                    person.ending().map(Ending::reason).orElse(null)
                                })
                                .toList());
        journal.add("batch-lines", facts(from));
        lines.clear();
    }

    /** Most people's frozen data is the row that brought them in: only other versions are named, by their line. */
    private Map<String, Object> facts(int from) {
        Ranges rows = new Ranges();
        Map<Integer, Long> versions = new TreeMap<>();
        int at = from;
        for (Staged person : lines) {
            rows.add(person.rowId());
            if (person.dataRowId() != person.rowId()) {
                versions.put(at, person.dataRowId());
            }
            at++;
        }
        return Map.of("batch", number, "from", from, "rows", rows.toString(), "versions", versions);
    }

    @Override
    public void closeBatch(long people, Contribution monthly, BigDecimal total, YearMonth month, PlacesTaken places) {
        if (!lines.isEmpty()) {
            writeLines();
        }
        if (line != people) {
            throw new IllegalStateException("control total: expected " + people + " lines, found " + line);
        }
        close(batch, people, Json.write(monthly), total, month, Optional.of(places));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("batch", number);
        facts.put("programme", name());
        facts.put("people", people);
        facts.put("monthly", Json.embed(monthly));
        facts.put("total", total.toPlainString());
        facts.put("month", month.toString());
        facts.put("places-used", places.used());
        places.quota().ifPresent(quota -> facts.put("places-quota", quota));
        journal.add("batch", facts);
    }

    /** Batches of before V18 do not know their places. */
    void close(long id, long people, String monthly, BigDecimal total, YearMonth month, Optional<PlacesTaken> places) {
        register.client()
                .sql("""
                        update batch set people = ?, monthly = ?, total = ?, places_used = cast(? as bigint),
                            places_quota = cast(? as bigint)
                        where batch_id = ?""")
                .params(
                        people,
                        monthly,
                        total,
                        places.map(PlacesTaken::used).orElse(null),
                        places.map(PlacesTaken::quota)
                                .filter(OptionalLong::isPresent)
                                .map(OptionalLong::getAsLong)
                                .orElse(null),
                        id)
                .update();
        register.client().sql("""
                        update entry set batch_id = ?, sent_month = ?
                        where programme_no = ? and state = 'STAGED' and batch_id is null
                            and exists (select 1 from batch where batch_id = ? and kind = 'NEW')""").params(id, month.atDay(1), programme, id).update();
    }

    private String name() {
        return programmes.keyOf(programme).toString();
    }
}
