package id.jembatan.stage;

import id.jembatan.domain.Contribution;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.StoredBatch;
import id.jembatan.domain.Unanswered;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lines that no branch has answered, and batches that send them again under the same REF (SPEC sections 8 and 9). */
public final class SilenceShelf {

    private static final int LINES_PER_RECORD = 4_000;

    /**
     * Of a batch the lines of people who are sent: whoever is answered, or has ended, is not; nor who is sent again already by a
     * batch that a kill has kept from going out.
     */
    private static final String SILENT = " l.batch_id = ? and exists"
            + " (select 1 from entry e where e.row_id = l.row_id and e.batch_id = l.batch_id and e.state = 'SENT')"
            + " and not exists (select 1 from batch_line s join batch sb on sb.batch_id = s.batch_id"
            + " and sb.kind = 'RESEND' and sb.state <> 'SENT' where s.row_id = l.row_id)";

    private final Register register;
    private final ProgrammeNumbers programmes;
    private final JournalOutbox journal;

    public SilenceShelf(Register register) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
        this.journal = new JournalOutbox(register);
    }

    /**
     * What people who cost the same are.
     *
     * @param base what a contribution is reckoned from
     */
    public record Alike(BigDecimal base, long people) {}

    /** What a batch's lines cost together. */
    public record Totals(Contribution monthly, BigDecimal total) {}

    /** Batches with lines without an answer, in the order in which they were frozen. */
    public List<Unanswered> listUnanswered() {
        return register.client()
                .sql("""
                        select b.number, b.branch, b.programme_no, coalesce(b.released_on, b.business_day), count(*) from batch b
                        join entry e on e.batch_id = b.batch_id and e.programme_no = b.programme_no and e.state = 'SENT'
                        where b.state = 'SENT' and b.kind = 'NEW'
                        group by b.batch_id, b.number, b.branch, b.programme_no, b.released_on, b.business_day order by b.batch_id""")
                .query((row, i) -> new Unanswered(
                        row.getString(1),
                        row.getString(2),
                        programmes.keyOf(row.getInt(3)),
                        row.getObject(4, LocalDate.class),
                        row.getLong(5)))
                .list();
    }

    /**
     * Freezes the lines of a batch that have no answer into one that sends them again; the people are not counted again.
     *
     * @param rules the archived rules that the new batch goes by
     * @param reckon what the lines cost, from the month of their own batch
     * @return the new batch's number; nothing when no line waits
     */
    public Optional<String> resend(
            StoredBatch batch, LocalDate day, Optional<String> rules, Function<List<Alike>, Totals> reckon) {
        return register.inTransaction(() -> {
            register.takeTurn();
            List<Alike> alike = register.jdbc()
                    .query(
                            "select l.base, count(*) from batch_line l where" + SILENT
                                    + " group by l.base order by l.base",
                            (row, i) -> new Alike(row.getBigDecimal(1), row.getLong(2)),
                            batch.id());
            if (alike.isEmpty()) {
                return Optional.empty();
            }
            long people = alike.stream().mapToLong(Alike::people).sum();
            String number = batch.number() + String.format(Locale.ROOT, "-r%02d", countResends(batch) + 1);
            long id = register.next("batch");
            insertBatch(id, number, batch, day, rules);
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("batch", number);
            facts.put("id", id);
            facts.put("of", batch.number());
            facts.put("day", day.toString());
            rules.ifPresent(of -> facts.put("rules", of));
            journal.add("resend-opened", facts);
            int lines = register.jdbc().update("""
                            insert into batch_line (batch_id, line_no, row_id, data_row_id, base, ref_batch_id, ref_line_no)
                            select cast(? as bigint), cast(row_number() over (order by l.line_no) as int), l.row_id,
                                l.data_row_id, l.base, l.batch_id, l.line_no
                            from batch_line l where""" + SILENT, id, batch.id());
            if (lines != people) {
                throw new IllegalStateException("control total: expected " + people + " lines, found " + lines);
            }
            recordLines(id, number);
            Totals totals = reckon.apply(alike);
            close(id, people, Json.write(totals.monthly()), totals.total());
            Map<String, Object> closed = new LinkedHashMap<>();
            closed.put("batch", number);
            closed.put("people", people);
            closed.put("monthly", Json.embed(totals.monthly()));
            closed.put("total", totals.total().toPlainString());
            journal.add("resend", closed);
            return Optional.of(number);
        });
    }

    private long countResends(StoredBatch batch) {
        return register.client().sql("""
                        select count(distinct l.batch_id) from batch_line l join batch b on b.batch_id = l.batch_id
                        where l.ref_batch_id = ? and b.kind = 'RESEND'""").param(batch.id()).query(Long.class).single();
    }

    private void insertBatch(long id, String number, StoredBatch of, LocalDate day, Optional<String> rules) {
        register.client()
                .sql("""
                        insert into batch (batch_id, number, kind, programme_no, branch, business_day, state, profile,
                            people, months, monthly, total, rules) values (?, ?, 'RESEND', ?, ?, ?, 'FROZEN', ?, 0, ?, ?, 0,
                            cast(? as varchar(64)))""")
                .params(
                        id,
                        number,
                        programmes.numberOf(of.programme()),
                        of.branch(),
                        day,
                        of.profile(),
                        of.months(),
                        Json.write(Contribution.NONE),
                        rules.orElse(null))
                .update();
    }

    private void recordLines(long id, String number) {
        List<Long> lines = new ArrayList<>();
        register.jdbc()
                .query(
                        "select ref_line_no from batch_line where batch_id = ? order by line_no",
                        row -> {
                            lines.add(row.getLong(1));
                            if (lines.size() == LINES_PER_RECORD) {
                                recordLines(number, lines);
                            }
                        },
                        id);
        if (!lines.isEmpty()) {
            recordLines(number, lines);
        }
    }

    private void recordLines(String number, List<Long> lines) {
        journal.add("resend-lines", Map.of("batch", number, "lines", Ranges.of(lines)));
        lines.clear();
    }

    private void close(long id, long people, String monthly, BigDecimal total) {
        register.client()
                .sql("update batch set people = ?, monthly = ?, total = ? where batch_id = ?")
                .params(people, monthly, total, id)
                .update();
    }

    void replayOpened(long id, String number, StoredBatch of, LocalDate day, Optional<String> rules) {
        insertBatch(id, number, of, day, rules);
    }

    void replayLines(StoredBatch batch, StoredBatch of, List<Long> lines) {
        long written = register.client()
                .sql("select count(*) from batch_line where batch_id = ?")
                .param(batch.id())
                .query(Long.class)
                .single();
        List<Object[]> rows = new ArrayList<>();
        for (long line : lines) {
            rows.add(new Object[] {batch.id(), ++written, of.id(), line});
        }
        register.jdbc().batchUpdate("""
                        insert into batch_line (batch_id, line_no, row_id, data_row_id, base, ref_batch_id, ref_line_no)
                        select cast(? as bigint), cast(? as int), row_id, data_row_id, base, batch_id, line_no
                        from batch_line where batch_id = ? and line_no = ?""", rows);
    }

    void replayClosed(StoredBatch batch, long people, String monthly, BigDecimal total) {
        close(batch.id(), people, monthly, total);
    }

    /** Notes that the bill of a batch is paid; said again, the last holds. */
    public void pay(StoredBatch batch, LocalDate on, String reference, String by) {
        register.runInTransaction(() -> {
            register.takeTurn();
            setPaid(batch.id(), on, reference, by);
            journal.add("paid", Map.of("batch", batch.number(), "on", on.toString(), "reference", reference, "by", by));
        });
    }

    void setPaid(long batch, LocalDate on, String reference, String by) {
        register.jdbc().update("delete from payment where batch_id = ?", batch);
        register.jdbc()
                .update(
                        "insert into payment (batch_id, paid_on, reference, actor) values (?, ?, ?, ?)",
                        batch,
                        on,
                        reference,
                        by);
    }

    /** The days on which the bills of those batches were paid, by the batch's id; nothing of one that is not. */
    public Map<Long, LocalDate> findPaid(Collection<Long> batches) {
        Map<Long, LocalDate> paid = new HashMap<>();
        if (!batches.isEmpty()) {
            register.client()
                    .sql("select batch_id, paid_on from payment where batch_id in (:batches)")
                    .param("batches", batches)
                    .query(row -> {
                        paid.put(row.getLong(1), row.getObject(2, LocalDate.class));
                    });
        }
        return paid;
    }

    /**
     * What the programme's branches were billed: its sent batches of new people to the programme's end. A change tells of people
     * who stand in one of those.
     */
    public BigDecimal billed(ProgrammeKey programme) {
        return sum(programme, "b.state = 'SENT'");
    }

    /** What of that is paid. */
    public BigDecimal paid(ProgrammeKey programme) {
        return sum(programme, "exists (select 1 from payment p where p.batch_id = b.batch_id)");
    }

    private BigDecimal sum(ProgrammeKey programme, String which) {
        return programmes
                .find(programme)
                .map(number -> register.client()
                        .sql("select coalesce(sum(b.total), 0) from batch b where b.programme_no = ? and b.kind = 'NEW'"
                                + " and " + which)
                        .param(number)
                        .query(BigDecimal.class)
                        .single())
                .orElse(BigDecimal.ZERO);
    }
}
