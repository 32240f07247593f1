package id.jembatan.stage;

import id.jembatan.domain.Arrival;
import id.jembatan.domain.DropId;
import id.jembatan.domain.DropReading;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.LoggedDrop.Step;
import id.jembatan.domain.Places;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.Refusal;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.RepairTally;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.domain.RowCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The log of receipts: what came, and how far each drop has got. The one truth that a restart goes on from. */
public final class DropLog {

    private static final String COLUMNS = """
            receipt, regency, programme_no, file_name, source_path, sha256, bytes, received_at, business_day,
            step, status, refusal_code, refusal_details, first_receipt, sheets, reading, outcomes, places,
            repair, leavers, list_no, proposed,
            coalesce((select f.drop_id from drop_log f where f.receipt = drop_log.first_receipt), drop_id) as drop_id,
            (select f.received_at from drop_log f where f.receipt = drop_log.first_receipt) as first_received_at,
            (select o.leavers from drop_log o where o.drop_id = drop_log.drop_id
                and o.programme_no = drop_log.programme_no
                order by o.receipt fetch first 1 rows only) as leavers_first""";

    /** Behind the id, where the same bytes came on one day as a list of people and as one of leavers. */
    private static final String SECOND = "-2";

    private final Register register;
    private final DropLeases leases;
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
        this.programmes = new ProgrammeNumbers(register);
        this.journal = new JournalOutbox(register);
        this.steps = new DropSteps(register);
    }

    /** Who works on its drops. */
    public DropLeases leases() {
        return leases;
    }

    /** Logs a file that lies safely in the archive, and gives it its receipt number. */
    public Receipt receive(
            Optional<RegencyCode> regency,
            Optional<ProgrammeKey> programme,
            String file,
            String sourcePath,
            String sha256,
            long bytes,
            Instant receivedAt,
            LocalDate day) {
        return receive(List.of(new Arrival(
                        regency,
                        programme,
                        file,
                        sourcePath,
                        sha256,
                        bytes,
                        receivedAt,
                        day,
                        Optional.empty(),
                        Optional.empty(),
                        false)))
                .get(0);
    }

    /** Logs files that came together: all of them, with receipt numbers one after the other, or none. */
    public List<Receipt> receive(List<Arrival> arrivals) {
        return receive(arrivals, Optional.empty(), Map.of());
    }

    /**
     * Logs at once what is to be judged again of an earlier drop and lies in the archive of that day: the drop itself, or
     * what was found in it.
     *
     * @param by who asks for it
     */
    public List<Receipt> receiveAgain(Receipt was, List<Arrival> arrivals, String by) {
        return receive(arrivals, Optional.of(was), Map.of("retryOf", was.number(), "by", by));
    }

    private List<Receipt> receive(List<Arrival> arrivals, Optional<Receipt> was, Map<String, Object> why) {
        return register.inTransaction(() -> {
            List<Receipt> receipts = new ArrayList<>();
            for (Arrival arrival : arrivals) {
                OptionalLong firstOfList = receipts.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(receipts.get(0).number());
                receipts.add(add(arrival, firstOfList, was, why));
            }
            return receipts;
        });
    }

    private Receipt add(Arrival arrival, OptionalLong firstOfList, Optional<Receipt> was, Map<String, Object> why) {
        Receipt receipt = number(arrival);
        OptionalLong retryOf = was.isPresent() ? OptionalLong.of(was.get().number()) : OptionalLong.empty();
        insert(receipt, arrival, was.isPresent(), retryOf, firstOfList);
        Map<String, Object> facts = facts(receipt, arrival);
        firstOfList.ifPresent(first -> facts.put("list", first));
        facts.putAll(why);
        journal.add("received", facts);
        arrival.refusal().ifPresent(refusal -> refuse(receipt.number(), refusal));
        return receipt;
    }

    /** The hash of the ZIP that a drop came in. */
    public Optional<String> findZip(long receipt) {
        return register.client()
                .sql("select zip_sha256 from drop_log where receipt = ? and zip_sha256 is not null")
                .param(receipt)
                .query(String.class)
                .optional();
    }

    private Receipt number(Arrival arrival) {
        return receiptOf(register.next("receipt"), arrival);
    }

    static Receipt receiptOf(long number, Arrival arrival) {
        return new Receipt(
                number,
                DropId.of(arrival.day(), arrival.sha256()),
                arrival.regency(),
                arrival.programme(),
                arrival.file(),
                arrival.sha256(),
                arrival.bytes(),
                arrival.receivedAt(),
                arrival.day(),
                Optional.empty(),
                arrival.leavers());
    }

    /** Inside a transaction that holds the receipt counter. */
    void insert(
            Receipt receipt, Arrival arrival, boolean sourceRemoved, OptionalLong retryOf, OptionalLong firstOfList) {
        register.client()
                .sql("""
                        insert into drop_log (receipt, drop_id, regency, programme_no, file_name, source_path,
                            source_removed, sha256, bytes, received_at, business_day, step, zip_sha256, retry_of,
                            leavers, list_no)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RECEIVED', ?, ?, ?, ?)""")
                .params(
                        receipt.number(),
                        receipt.id().value(),
                        arrival.regency().map(RegencyCode::value).orElse(null),
                        arrival.programme().map(programmes::numberOf).orElse(null),
                        arrival.file(),
                        arrival.sourcePath(),
                        sourceRemoved,
                        arrival.sha256(),
                        arrival.bytes(),
                        arrival.receivedAt().atOffset(ZoneOffset.UTC),
                        arrival.day(),
                        arrival.zip().orElse(null),
                        retryOf.isPresent() ? retryOf.getAsLong() : null,
                        arrival.leavers(),
                        firstOfList.orElse(receipt.number()))
                .update();
    }

    private static Map<String, Object> facts(Receipt receipt, Arrival arrival) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("receipt", receipt.number());
        facts.put("drop", receipt.id().value());
        receipt.regency().ifPresent(code -> facts.put("regency", code.value()));
        receipt.programme().ifPresent(key -> facts.put("programme", key.id()));
        facts.put("file", receipt.file());
        facts.put("source", arrival.sourcePath());
        arrival.zip().ifPresent(zip -> facts.put("zip", zip));
        facts.put("sha256", receipt.sha256());
        facts.put("bytes", receipt.bytes());
        if (receipt.leavers()) {
            facts.put("leavers", true);
        }
        facts.put("receivedAt", receipt.receivedAt().toString());
        facts.put("day", receipt.day().toString());
        return facts;
    }

    /**
     * Receipts of the file whose source may still lie at that path, because a kill came between logging and removing;
     * of a ZIP, those of all its entries.
     */
    public List<Long> listSourceLeft(String sourcePath, String sha256) {
        return register.client()
                .sql("""
                        select receipt from drop_log
                        where source_removed = false and source_path = ? and coalesce(zip_sha256, sha256) = ?
                        order by receipt""")
                .params(sourcePath, sha256)
                .query(Long.class)
                .list();
    }

    /** Every receipt whose source may still lie somewhere, and where. */
    public Map<Long, String> listSourcesLeft() {
        Map<Long, String> left = new LinkedHashMap<>();
        register.client()
                .sql("select receipt, source_path from drop_log where source_removed = false order by receipt")
                .query(row -> {
                    left.put(row.getLong(1), row.getString(2));
                });
        return left;
    }

    /** From now on files of these bytes at those paths are other drops. */
    public void markSourcesRemoved(Collection<Long> receipts) {
        register.runInTransaction(() -> receipts.forEach(receipt -> {
            if (steps.removeSource(receipt)) {
                journal.add("source-removed", Map.of("receipt", receipt));
            }
        }));
    }

    public LoggedDrop get(long receipt) {
        return register.client()
                .sql("select " + COLUMNS + " from drop_log where receipt = ?")
                .param(receipt)
                .query(this::toDrop)
                .single();
    }

    /** Drops received on that business day, in order of receipt. */
    public List<LoggedDrop> listOfDay(LocalDate day) {
        return register.client()
                .sql("select " + COLUMNS + " from drop_log where business_day = ? order by receipt")
                .param(day)
                .query(this::toDrop)
                .list();
    }

    /** All drops of the programme, the newest first. */
    public List<LoggedDrop> listOfProgramme(ProgrammeKey programme) {
        return programmes
                .find(programme)
                .map(number -> register.client()
                        .sql("select " + COLUMNS + " from drop_log where programme_no = ? order by receipt desc")
                        .param(number)
                        .query(this::toDrop)
                        .list())
                .orElse(List.of());
    }

    /** The drops that came together, in the order of their receipts. */
    public List<LoggedDrop> listTogether(long listNo) {
        return register.client()
                .sql("select " + COLUMNS + " from drop_log where list_no = ? order by receipt")
                .param(listNo)
                .query(this::toDrop)
                .list();
    }

    /** Whether nobody can say yet what becomes of a list of the programme that came before the drop's own. */
    public boolean hasEarlierListUnsettled(LoggedDrop drop) {
        return drop.receipt().programme().flatMap(programmes::find).isPresent()
                && register.client()
                        .sql("""
                                select exists (select 1 from drop_log where programme_no = ? and list_no < ?
                                    and step in ('RECEIVED', 'READ'))""")
                        .params(
                                programmes
                                        .find(drop.receipt().programme().get())
                                        .get(),
                                drop.listNo())
                        .query(Boolean.class)
                        .single();
    }

    /** Every receipt of a drop's id, over all programmes, in order. */
    public List<LoggedDrop> listCalled(String dropId) {
        return register.client()
                .sql("select " + COLUMNS + " from drop_log where drop_id = ? order by receipt")
                .param(dropId)
                .query(this::toDrop)
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
                .sql("select " + COLUMNS + """
                         from drop_log
                        where answered_at >= ? or step in ('RECEIVED', 'READ', 'SETTLED')
                        order by receipt""")
                .param(moment.atOffset(ZoneOffset.UTC))
                .query(this::toDrop)
                .list();
    }

    /** Drops that a purge took, in order of receipt. */
    List<LoggedDrop> listPurgedBy(long purge) {
        return register.client()
                .sql("select " + COLUMNS + " from drop_log where purge_no = ? order by receipt")
                .param(purge)
                .query(this::toDrop)
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

    /** Whether that drop is neither answered nor parked. */
    public boolean isDue(long receipt) {
        return register.client()
                .sql(
                        "select exists (select 1 from drop_log where receipt = ? and step in ('RECEIVED', 'READ', 'SETTLED'))")
                .param(receipt)
                .query(Boolean.class)
                .single();
    }

    /** The latest receipt that is not answered yet; empty when all are. */
    public OptionalLong findLastDue() {
        return register.client()
                .sql("select max(receipt) from drop_log where step in ('RECEIVED', 'READ', 'SETTLED')")
                .query((row, i) -> {
                    long last = row.getLong(1);
                    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(last);
                })
                .single();
    }

    /** Whether a drop up to that receipt is not answered yet. */
    public boolean hasDueUpTo(long receipt) {
        return register.client()
                .sql(
                        "select exists (select 1 from drop_log where receipt <= ? and step in ('RECEIVED', 'READ', 'SETTLED'))")
                .param(receipt)
                .query(Boolean.class)
                .single();
    }

    /** Drops with a later receipt, in order. */
    public List<LoggedDrop> listAfter(long receipt) {
        return register.client()
                .sql("select " + COLUMNS + " from drop_log where receipt > ? order by receipt")
                .param(receipt)
                .query(this::toDrop)
                .list();
    }

    /** Answered drops with a later receipt, in order, some hundred at a time. */
    public List<LoggedDrop> listAnsweredAfter(long receipt) {
        return register.client()
                .sql("select " + COLUMNS + " from drop_log where receipt > ? and step = 'REPLIED'"
                        + " order by receipt fetch first 200 rows only")
                .param(receipt)
                .query(this::toDrop)
                .list();
    }

    /** Drops that a fault set aside and whose bytes have not come again since, in order of receipt. */
    public List<LoggedDrop> listParked() {
        return register.client()
                .sql("select " + COLUMNS + """
                         from drop_log
                        where step = 'PARKED' and not exists (select 1 from drop_log later
                            where later.sha256 = drop_log.sha256 and later.receipt > drop_log.receipt
                                and later.regency is not distinct from drop_log.regency
                                and later.programme_no is not distinct from drop_log.programme_no
                                and later.leavers = drop_log.leavers)
                        order by receipt""")
                .query(this::toDrop)
                .list();
    }

    /** The drop whose bytes this receipt judges again; empty for every other. */
    public Optional<LoggedDrop> findRetried(long receipt) {
        return register.client()
                .sql("select " + COLUMNS
                        + " from drop_log where receipt = (select r.retry_of from drop_log r where r.receipt = ?)")
                .param(receipt)
                .query(this::toDrop)
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

    /** Whether a drop that came earlier has yet to be settled: drops settle in the order of their receipts. */
    public boolean hasEarlierUnsettled(long receipt) {
        return register.client()
                .sql("select exists (select 1 from drop_log where receipt < ? and step in ('RECEIVED', 'READ'))")
                .param(receipt)
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether the same bytes for the same programme came earlier and nobody can say yet what becomes of them: another
     * node has them in hand, or they wait for the rest of their list. This drop may be SEEN.
     */
    public boolean hasEarlierTwinUnread(Receipt receipt) {
        return receipt.programme().flatMap(programmes::find).isPresent()
                && register.client()
                        .sql("""
                                select exists (select 1 from drop_log
                                    where sha256 = ? and programme_no = ? and leavers = ? and receipt < ? and step in ('RECEIVED', 'READ'))""")
                        .params(
                                receipt.sha256(),
                                programmes.find(receipt.programme().get()).get(),
                                receipt.leavers(),
                                receipt.number())
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
                .sql("select " + COLUMNS + """
                         from drop_log
                        where sha256 = ? and programme_no = ? and leavers = ? and receipt < ? and status = 'TAKEN'
                            and purge_no is null
                        order by receipt desc fetch first 1 rows only""")
                .params(receipt.sha256(), number, receipt.leavers(), receipt.number())
                .query(this::toDrop)
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
            if (steps.refuse(receipt, refusal)) {
                journal.add(
                        "refused",
                        Map.of(
                                "receipt", receipt,
                                "code", refusal.code().name(),
                                "details", refusal.details()));
            }
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

    /** The reply is out. */
    public void markReplied(long receipt) {
        register.runInTransaction(() -> {
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

    private LoggedDrop toDrop(ResultSet row, int index) throws SQLException {
        int programme = row.getInt("programme_no");
        Optional<ProgrammeKey> key = row.wasNull() ? Optional.empty() : Optional.of(programmes.keyOf(programme));
        Receipt receipt = new Receipt(
                row.getLong("receipt"),
                new DropId(row.getString("drop_id")),
                Optional.ofNullable(row.getString("regency")).map(RegencyCode::new),
                key,
                row.getString("file_name"),
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("business_day", LocalDate.class),
                Optional.ofNullable(row.getObject("first_received_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getBoolean("leavers"));
        boolean leaversFirst = row.getBoolean("leavers_first");
        boolean second = !row.wasNull() && leaversFirst != receipt.leavers();
        long first = row.getLong("first_receipt");
        return new LoggedDrop(
                receipt,
                second ? receipt.id() + SECOND : receipt.id().value(),
                row.getLong("list_no"),
                row.getString("source_path"),
                Step.valueOf(row.getString("step")),
                Optional.ofNullable(row.getString("status")).map(ReplyStatus::valueOf),
                refusal(row.getString("refusal_code"), row.getString("refusal_details")),
                first == 0 ? OptionalLong.empty() : OptionalLong.of(first),
                Optional.ofNullable(row.getString("sheets"))
                        .map(Json::readTexts)
                        .orElse(List.of()),
                Optional.ofNullable(row.getString("reading"))
                        .map(json -> Json.read(json, DropReading.class))
                        .orElse(DropReading.NONE),
                Optional.ofNullable(row.getString("outcomes"))
                        .map(json -> Json.read(json, RowCounts.class))
                        .orElse(RowCounts.NONE),
                Optional.ofNullable(row.getString("places")).map(json -> Json.read(json, Places.class)),
                Optional.ofNullable(row.getString("repair")).map(json -> Json.read(json, RepairTally.class)),
                proposed(row));
    }

    private static OptionalLong proposed(ResultSet row) throws SQLException {
        long people = row.getLong("proposed");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(people);
    }

    private static Optional<Refusal> refusal(@Nullable String code, @Nullable String details) {
        return code == null || details == null
                ? Optional.empty()
                : Optional.of(new Refusal(FindingCode.valueOf(code), Json.readTexts(details)));
    }
}
