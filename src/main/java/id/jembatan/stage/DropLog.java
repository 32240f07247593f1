package id.jembatan.stage;

import id.jembatan.domain.DropReading;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Places;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.Refusal;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.RepairTally;
import id.jembatan.domain.RowCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The log of receipts: what came, and how far each drop has got. The one truth that a restart goes on from. */
public final class DropLog {

    private final Register register;
    private final DropLeases leases;
    private final DropReceipts receipts;
    private final DropsDue due;
    private final DropRows rows;
    private final ProgrammeNumbers programmes;
    private final JournalOutbox journal;
    private final DropSteps steps;

    /** For who only looks: it holds no drop. */
    public DropLog(Register register) {
        this(register, Optional.empty());
    }

    /** For a process that works on drops under this name. */
    public DropLog(Register register, String node) {
        this(register, Optional.of(node));
    }

    private DropLog(Register register, Optional<String> node) {
        this.register = register;
        this.leases = new DropLeases(register, node);
        this.receipts = new DropReceipts(register);
        this.due = new DropsDue(register);
        this.rows = new DropRows(register);
        this.programmes = new ProgrammeNumbers(register);
        this.journal = new JournalOutbox(register);
        this.steps = new DropSteps(register);
    }

    /** Who works on its drops. */
    public DropLeases leases() {
        return leases;
    }

    /** How drops come into it. */
    public DropReceipts receipts() {
        return receipts;
    }

    /** What is still to do, and what waits for what. */
    public DropsDue due() {
        return due;
    }

    public LoggedDrop get(long receipt) {
        return register.client()
                .sql("select " + DropRows.COLUMNS + " from drop_log where receipt = ?")
                .param(receipt)
                .query(rows::toDrop)
                .single();
    }

    /** Drops received on that business day, in order of receipt. */
    public List<LoggedDrop> listOfDay(LocalDate day) {
        return register.client()
                .sql("select " + DropRows.COLUMNS + " from drop_log where business_day = ? order by receipt")
                .param(day)
                .query(rows::toDrop)
                .list();
    }

    /** All drops of the programme, the newest first. */
    public List<LoggedDrop> listOfProgramme(ProgrammeKey programme) {
        return programmes
                .find(programme)
                .map(number -> register.client()
                        .sql("select " + DropRows.COLUMNS
                                + " from drop_log where programme_no = ? order by receipt desc")
                        .param(number)
                        .query(rows::toDrop)
                        .list())
                .orElse(List.of());
    }

    /**
     * The newest drops before that receipt, the newest first.
     *
     * @param regency only of it; empty = of all
     * @param only only of these programmes; empty = of all
     */
    public List<LoggedDrop> listLatest(
            Optional<RegencyCode> regency, Collection<ProgrammeKey> only, long before, int atMost) {
        List<Object> asked = new ArrayList<>(List.of(before));
        StringBuilder where = new StringBuilder(" from drop_log where receipt < ?");
        regency.ifPresent(code -> {
            where.append(" and regency = ?");
            asked.add(code.value());
        });
        if (!only.isEmpty()) {
            List<Integer> numbers =
                    only.stream().flatMap(key -> programmes.find(key).stream()).toList();
            if (numbers.isEmpty()) {
                return List.of();
            }
            where.append(" and programme_no in (")
                    .append("?, ".repeat(numbers.size() - 1))
                    .append("?)");
            asked.addAll(numbers);
        }
        asked.add(atMost);
        return register.client()
                .sql("select " + DropRows.COLUMNS + where + " order by receipt desc fetch first ? rows only")
                .params(asked)
                .query(rows::toDrop)
                .list();
    }

    /** The drop of that receipt. */
    public Optional<LoggedDrop> find(long receipt) {
        return register.client()
                .sql("select " + DropRows.COLUMNS + " from drop_log where receipt = ?")
                .param(receipt)
                .query(rows::toDrop)
                .optional();
    }

    /** The drops that came together, in the order of their receipts. */
    public List<LoggedDrop> listTogether(long listNo) {
        return register.client()
                .sql("select " + DropRows.COLUMNS + " from drop_log where list_no = ? order by receipt")
                .param(listNo)
                .query(rows::toDrop)
                .list();
    }

    /** Every receipt of a drop's id, over all programmes, in order. */
    public List<LoggedDrop> listCalled(String dropId) {
        return register.client()
                .sql("select " + DropRows.COLUMNS + " from drop_log where drop_id = ? order by receipt")
                .param(dropId)
                .query(rows::toDrop)
                .list();
    }

    /** What time it is for {@link #listSince}: the database's own clock, the same for all who share it. */
    public Instant now() {
        return register.client()
                .sql("select current_timestamp")
                .query((row, i) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    /** Drops that were answered or parked since that moment, or are not answered yet, in order of receipt. */
    public List<LoggedDrop> listSince(Instant moment) {
        return register.client()
                .sql("select " + DropRows.COLUMNS + """
                         from drop_log
                        where answered_at >= ? or step in ('RECEIVED', 'READ', 'SETTLED')
                        order by receipt""")
                .param(moment.atOffset(ZoneOffset.UTC))
                .query(rows::toDrop)
                .list();
    }

    /** Drops that a purge took, in order of receipt. */
    List<LoggedDrop> listPurgedBy(long purge) {
        return register.client()
                .sql("select " + DropRows.COLUMNS + " from drop_log where purge_no = ? order by receipt")
                .param(purge)
                .query(rows::toDrop)
                .list();
    }

    /** Whether its retention is over, and its files are gone. */
    public boolean isPurged(long receipt) {
        return register.client()
                .sql("select exists (select 1 from drop_log where receipt = ? and purge_no is not null)")
                .param(receipt)
                .query(Boolean.class)
                .single();
    }

    /** Drops with a later receipt, in order. */
    public List<LoggedDrop> listAfter(long receipt) {
        return register.client()
                .sql("select " + DropRows.COLUMNS + " from drop_log where receipt > ? order by receipt")
                .param(receipt)
                .query(rows::toDrop)
                .list();
    }

    /** Answered drops with a later receipt, in order, some hundred at a time. */
    public List<LoggedDrop> listAnsweredAfter(long receipt) {
        return register.client()
                .sql("select " + DropRows.COLUMNS + " from drop_log where receipt > ? and step = 'REPLIED'"
                        + " order by receipt fetch first 200 rows only")
                .param(receipt)
                .query(rows::toDrop)
                .list();
    }

    /** Drops that a fault set aside and whose bytes have not come again since, in order of receipt. */
    public List<LoggedDrop> listParked() {
        return register.client()
                .sql("select " + DropRows.COLUMNS + """
                         from drop_log
                        where step = 'PARKED' and not exists (select 1 from drop_log later
                            where later.sha256 = drop_log.sha256 and later.receipt > drop_log.receipt
                                and later.regency is not distinct from drop_log.regency
                                and later.programme_no is not distinct from drop_log.programme_no
                                and later.leavers = drop_log.leavers)
                        order by receipt""")
                .query(rows::toDrop)
                .list();
    }

    /** The drop whose bytes this receipt judges again; empty for every other. */
    public Optional<LoggedDrop> findRetried(long receipt) {
        return register.client()
                .sql("select " + DropRows.COLUMNS
                        + " from drop_log where receipt = (select r.retry_of from drop_log r where r.receipt = ?)")
                .param(receipt)
                .query(rows::toDrop)
                .optional();
    }

    /** Whether anything at all was received before that moment. */
    public boolean hasReceivedBefore(Instant moment) {
        return register.client()
                .sql("select exists (select 1 from drop_log where received_at < ?)")
                .param(moment.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /**
     * The receipt of the same bytes for the same programme that was taken before: the first, or who judged them again
     * since.
     */
    public Optional<LoggedDrop> findTakenBefore(Receipt receipt) {
        if (receipt.programme().isEmpty()) {
            return Optional.empty();
        }
        return programmes.find(receipt.programme().get()).flatMap(number -> register.client()
                .sql("select " + DropRows.COLUMNS + """
                         from drop_log
                        where sha256 = ? and programme_no = ? and leavers = ? and receipt < ? and status = 'TAKEN'
                            and purge_no is null
                        order by receipt desc fetch first 1 rows only""")
                .params(receipt.sha256(), number, receipt.leavers(), receipt.number())
                .query(rows::toDrop)
                .optional());
    }

    /** All rows are judged and staged. */
    public void markRead(long receipt, List<String> sheets, DropReading reading) {
        register.runInTransaction(() -> {
            leases.requireOursToTheEnd(receipt);
            steps.read(receipt, sheets, reading);
        });
    }

    /** Nothing of the file enters. */
    public void refuse(long receipt, Refusal refusal) {
        register.runInTransaction(() -> {
            leases.requireOursToTheEnd(receipt);
            receipts.refuse(receipt, refusal);
        });
    }

    /** The same bytes came before: they change nothing. */
    public void markSeen(long receipt, long firstReceipt) {
        register.runInTransaction(() -> {
            leases.requireOursToTheEnd(receipt);
            if (steps.see(receipt, firstReceipt)) {
                journal.add("seen", Map.of("receipt", receipt, "first", firstReceipt));
            }
        });
    }

    /** Inside the settlement's transaction: every row has its outcome. */
    void markSettled(long receipt, RowCounts outcomes, Optional<Places> places, Optional<RepairTally> repair) {
        steps.settle(
                receipt,
                outcomes,
                places.map(Json::write).orElse(null),
                repair.map(Json::write).orElse(null));
    }

    /** By regency, the last business date on which a file came that is not undone, or a night was done. */
    public Map<RegencyCode, LocalDate> lastDays() {
        Map<RegencyCode, LocalDate> days = new HashMap<>();
        register.client().sql("""
                        select regency, max(business_day)
                        from (select regency, business_day from drop_log where regency is not null and step <> 'UNDONE'
                              union all select regency, business_day from night) d
                        group by regency""").query((RowCallbackHandler)
                row -> days.put(new RegencyCode(row.getString(1)), row.getObject(2, LocalDate.class)));
        return days;
    }

    /** The reply is out. */
    public void markReplied(long receipt) {
        markReplied(receipt, () -> {});
    }

    /** The reply is out, and what is to be done when it is takes place with that or not at all. */
    public void markReplied(long receipt, Runnable then) {
        register.runInTransaction(() -> {
            then.run();
            if (steps.reply(receipt)) {
                journal.add("replied", Map.of("receipt", receipt));
            }
        });
    }

    /** A fault stopped it for good. Not settled, nothing of it has entered: the same bytes are then not SEEN. */
    public void markParked(long receipt) {
        register.runInTransaction(() -> {
            leases.requireOursToTheEnd(receipt);
            if (steps.park(receipt)) {
                journal.add("parked", Map.of("receipt", receipt));
            }
        });
    }
}
