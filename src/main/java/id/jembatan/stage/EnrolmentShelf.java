package id.jembatan.stage;

import id.jembatan.domain.Batch;
import id.jembatan.domain.Contribution;
import id.jembatan.domain.Ending;
import id.jembatan.domain.EnrolmentLedger;
import id.jembatan.domain.Field;
import id.jembatan.domain.LineRef;
import id.jembatan.domain.PlacesTaken;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.StoredBatch;
import id.jembatan.domain.Worker;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Batches: frozen in one transaction, then carried from FROZEN over PUBLISHING to SENT. */
public final class EnrolmentShelf {

    private static final String COLUMNS = """
            batch_id, number, kind, programme_no, branch, business_day, state, profile, people, months, monthly, total,
            places_used, places_quota, rules, manifest_sha256""";

    private final Register register;
    private final ProgrammeNumbers programmes;
    private final JournalOutbox journal;

    public EnrolmentShelf(Register register) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
        this.journal = new JournalOutbox(register);
    }

    /**
     * One line of a batch: the person's frozen data, and what the contribution is reckoned from.
     *
     * @param ref the name under which it was sent first, when it is sent again
     */
    public record Line(int number, Worker worker, BigDecimal base, Optional<Ending> ending, Optional<LineRef> ref) {}

    /** The batch of that number. */
    public Optional<StoredBatch> find(String number) {
        return register.client()
                .sql("select " + COLUMNS + " from batch where number = ?")
                .param(number)
                .query(this::toBatch)
                .optional();
    }

    /** The batch of that number, which is there. */
    public StoredBatch get(String number) {
        return find(number).orElseThrow(() -> new IllegalStateException("no batch " + number));
    }

    /** The day of the batch in which the lines were sent first. */
    public LocalDate firstSent(StoredBatch batch) {
        return register.client()
                .sql("""
                        select min(o.business_day) from batch_line l join batch o on o.batch_id = l.ref_batch_id
                        where l.batch_id = ? having count(*) > 0""")
                .param(batch.id())
                .query(LocalDate.class)
                .optional()
                .orElse(batch.day());
    }

    /** Lets the work enrol one programme in one transaction; a programme that nobody has entered has nothing to do. */
    public void enrol(ProgrammeKey programme, Consumer<EnrolmentLedger> work) {
        enrol(programme, Optional.empty(), work);
    }

    /** The same, where batches may be frozen: they go by those archived rules. */
    public void enrol(ProgrammeKey programme, Optional<String> rules, Consumer<EnrolmentLedger> work) {
        register.runInTransaction(() -> {
            register.takeTurn();
            programmes.find(programme).ifPresent(number -> {
                ProgrammeLedger ledger = new ProgrammeLedger(register, programmes, journal, number, rules);
                work.accept(ledger);
                ledger.finish();
            });
        });
    }

    /** Batches that the branch has not got yet and may have, in the order in which they were frozen. */
    public List<StoredBatch> listUnsent() {
        return register.client()
                .sql("select " + COLUMNS + " from batch where state <> 'SENT' and held = false order by batch_id")
                .query(this::toBatch)
                .list();
    }

    /** People who are to be enrolled, of whom nobody is in the programme any more. */
    private static final String TOO_LATE = """
            kind = 'NEW' and not exists (select 1 from batch_line l join entry e on e.row_id = l.row_id
                where l.batch_id = batch.batch_id and e.state <> 'ENDED')""";

    /**
     * Batches that wait for a second person, in the order in which they were frozen; not those that nobody can release any
     * more.
     */
    public List<StoredBatch> listHeld() {
        return register.client()
                .sql("select " + COLUMNS + " from batch where held = true and not (" + TOO_LATE + ") order by batch_id")
                .query(this::toBatch)
                .list();
    }

    /** What came of asking for a batch to be released. */
    public enum Release {
        RELEASED,
        UNKNOWN,
        NOT_HELD,
        /** The one who made it may not release it. */
        SAME_PERSON,
        /** All of its people have ended, such as with their programme. */
        TOO_LATE
    }

    private record Held(boolean held, String by, boolean tooLate) {}

    /**
     * Lets a batch go that waits for a second person.
     *
     * @param on the day from which its branch can answer
     */
    public Release release(String number, String by, LocalDate on) {
        return register.inTransaction(() -> {
            register.takeTurn();
            Optional<Held> found = register.client()
                    .sql("select held, coalesce(made_by, ''), " + TOO_LATE + " from batch where number = ?")
                    .param(number)
                    .query((row, i) -> new Held(row.getBoolean(1), row.getString(2), row.getBoolean(3)))
                    .optional();
            if (found.isEmpty()) {
                return Release.UNKNOWN;
            }
            if (!found.get().held()) {
                return Release.NOT_HELD;
            }
            if (by.equalsIgnoreCase(found.get().by())) {
                return Release.SAME_PERSON;
            }
            if (found.get().tooLate()) {
                return Release.TOO_LATE;
            }
            setReleased(number, by, Optional.of(on));
            journal.add("released", Map.of("batch", number, "by", by, "on", on.toString()));
            return Release.RELEASED;
        });
    }

    /** @param on empty in the journal of before V24 */
    void setReleased(String number, String by, Optional<LocalDate> on) {
        register.client()
                .sql("update batch set held = false, released_by = ?, released_on = cast(? as date) where number = ?")
                .params(by, on.orElse(null), number)
                .update();
    }

    /** The batch before the first that the branch has not got yet, or the last batch of all. */
    public long lastSent() {
        return register.client().sql("""
                        select coalesce(
                            (select min(batch_id) - 1 from batch where state <> 'SENT' and held = false),
                            (select max(batch_id) from batch), 0)""").query(Long.class).single();
    }

    /** Later batches, in the order in which they were frozen. */
    public List<StoredBatch> listAfter(long batchId) {
        return register.client()
                .sql("select " + COLUMNS + " from batch where batch_id > ? order by batch_id")
                .param(batchId)
                .query(this::toBatch)
                .list();
    }

    /** Batches frozen on the business date. */
    public List<StoredBatch> listOfDay(LocalDate day) {
        return register.client()
                .sql("select " + COLUMNS + " from batch where business_day = ? order by batch_id")
                .param(day)
                .query(this::toBatch)
                .list();
    }

    /** The newest batches of those programmes before that one, the newest first. */
    public List<StoredBatch> listLatest(Collection<ProgrammeKey> of, long before, int atMost) {
        List<Integer> numbers =
                of.stream().flatMap(key -> programmes.find(key).stream()).toList();
        if (numbers.isEmpty()) {
            return List.of();
        }
        return register.client()
                .sql("select " + COLUMNS + " from batch where batch_id < :before and programme_no in (:programmes)"
                        + " order by batch_id desc fetch first :most rows only")
                .param("before", before)
                .param("programmes", numbers)
                .param("most", atMost)
                .query(this::toBatch)
                .list();
    }

    /** Batches that their branch has, in the order in which they were frozen. */
    public List<StoredBatch> listSent() {
        return register.client()
                .sql("select " + COLUMNS + " from batch where state = 'SENT' order by batch_id")
                .query(this::toBatch)
                .list();
    }

    /** Batches that a purge took. */
    List<StoredBatch> listPurgedBy(long purge) {
        return register.client()
                .sql("select " + COLUMNS + " from batch where purge_no = ? order by batch_id")
                .param(purge)
                .query(this::toBatch)
                .list();
    }

    /** Whether anybody in it is purged: it cannot be written again. */
    public boolean isPurged(StoredBatch batch) {
        return register.client().sql("""
                        select exists (select 1 from batch_line l join drop_row d on d.row_id = l.data_row_id
                            where l.batch_id = ? and d.nik is null)""").param(batch.id()).query(Boolean.class).single();
    }

    /** How many people the programme's sent batches have together. */
    public long countSent(ProgrammeKey programme) {
        return programmes
                .find(programme)
                .map(number -> register.client()
                        .sql("select coalesce(sum(people), 0) from batch"
                                + " where programme_no = ? and state = 'SENT' and kind = 'NEW'")
                        .param(number)
                        .query(Long.class)
                        .single())
                .orElse(0L);
    }

    /** The hash of the manifest that the branch got before this batch, or got last where it has not got this one yet. */
    public Optional<String> findPreviousManifest(StoredBatch batch) {
        return register.client()
                .sql("""
                        select manifest_sha256 from batch where branch = ? and sent_no < coalesce(
                            (select sent_no from batch where batch_id = ?), 9000000000000000000)
                        order by sent_no desc fetch first 1 rows only""")
                .params(batch.branch(), batch.id())
                .query(String.class)
                .optional();
    }

    /**
     * Gives the batch's lines one at a time to the work: in order, or those with the same text in that field together, the
     * groups by their first line.
     */
    public <T> T withLines(StoredBatch batch, Optional<Field> together, Function<Iterator<Line>, T> work) {
        String inGroups = together.map(EnrolmentShelf::inGroups).orElse("");
        String sql = "select l.line_no, l.base, l.ended_on, l.end_reason, o.number as first_batch, l.ref_line_no, "
                + WorkerColumns.listed("d")
                + " from batch_line l join drop_row d on d.row_id = l.data_row_id"
                + " left join batch o on o.batch_id = l.ref_batch_id" + inGroups
                + " where l.batch_id = ? order by " + (inGroups.isEmpty() ? "" : "g.first_line, ") + "l.line_no";
        Object[] parameters = inGroups.isEmpty() ? new Object[] {batch.id()} : new Object[] {batch.id(), batch.id()};
        return register.inTransaction(() -> {
            try (Stream<Line> lines = register.jdbc()
                    .queryForStream(
                            sql,
                            (row, i) -> new Line(
                                    row.getInt(1),
                                    WorkerColumns.get(row, 7),
                                    row.getBigDecimal(2),
                                    ending(row),
                                    ref(row)),
                            parameters)) {
                return work.apply(lines.iterator());
            }
        });
    }

    /** Not by a window over all lines: a database would hold them in memory; parameter: the batch. */
    private static String inGroups(Field together) {
        String group = "upper(coalesce(d." + WorkerColumns.nameOf(together) + ", ''))";
        return " join (select " + group + " as same, min(l.line_no) as first_line"
                + " from batch_line l join drop_row d on d.row_id = l.data_row_id"
                + " where l.batch_id = ? group by " + group + ") g on g.same = " + group;
    }

    private static Optional<Ending> ending(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("ended_on", LocalDate.class);
        return on == null
                ? Optional.empty()
                : Optional.of(new Ending(
                        on, Optional.ofNullable(row.getString("end_reason")).orElse("")));
    }

    /** The first people of the programme who have a place and are in no batch, numbered as the next batch would. */
    public List<Line> listStaged(ProgrammeKey programme, int most) {
        return programmes
                .find(programme)
                .map(number -> register.jdbc()
                        .query(
                                "select e.base, " + WorkerColumns.listed("d")
                                        + " from entry e join drop_row d on d.row_id = e.data_row_id"
                                        + " where e.programme_no = ? and e.state = 'STAGED' and e.batch_id is null"
                                        + " order by e.row_id fetch first " + most + " rows only",
                                (row, i) -> new Line(
                                        i + 1,
                                        WorkerColumns.get(row, 2),
                                        row.getBigDecimal(1),
                                        Optional.empty(),
                                        Optional.empty()),
                                number))
                .orElse(List.of());
    }

    private static Optional<LineRef> ref(ResultSet row) throws SQLException {
        String first = row.getString("first_batch");
        return first == null ? Optional.empty() : Optional.of(new LineRef(first, row.getInt("ref_line_no")));
    }

    /** Its files are whole on the disk, under a hidden name. */
    public void markPublishing(StoredBatch batch, String manifestSha256) {
        register.runInTransaction(() -> {
            if (setPublishing(batch.number(), manifestSha256)) {
                journal.add("publishing", Map.of("batch", batch.number(), "manifest", manifestSha256));
            }
        });
    }

    boolean setPublishing(String number, String manifestSha256) {
        return register.client().sql("""
                                update batch set state = 'PUBLISHING', manifest_sha256 = ?,
                                    sent_no = (select coalesce(max(sent_no), 0) + 1 from batch)
                                where number = ? and state = 'FROZEN'""").params(manifestSha256, number).update() == 1;
    }

    /** The branch has it: its people are SENT. */
    public void markSent(StoredBatch batch) {
        register.runInTransaction(() -> {
            if (setSent(batch.number())) {
                journal.add("sent", Map.of("batch", batch.number()));
            }
        });
    }

    boolean setSent(String number) {
        int changed = register.client()
                .sql("update batch set state = 'SENT' where number = ? and state = 'PUBLISHING'")
                .param(number)
                .update();
        if (changed == 1) {
            register.client().sql("""
                            update entry set state = 'SENT' where state = 'STAGED'
                                and batch_id = (select batch_id from batch where number = ?)
                                and programme_no = (select programme_no from batch where number = ?)""").params(number, number).update();
        }
        return changed == 1;
    }

    /** Whether the night's enrolment of the regency is done. */
    public boolean isNightDone(RegencyCode regency, LocalDate day) {
        return register.client()
                        .sql("select count(*) from night where regency = ? and business_day = ?")
                        .params(regency.value(), day)
                        .query(Long.class)
                        .single()
                > 0;
    }

    public void markNightDone(RegencyCode regency, LocalDate day) {
        register.runInTransaction(() -> {
            register.takeTurn();
            if (!isNightDone(regency, day)) {
                insertNight(regency, day);
                journal.add("night", Map.of("regency", regency.value(), "day", day.toString()));
            }
        });
    }

    void insertNight(RegencyCode regency, LocalDate day) {
        register.client()
                .sql("insert into night (regency, business_day) values (?, ?)")
                .params(regency.value(), day)
                .update();
    }

    private static Optional<PlacesTaken> places(ResultSet row) throws SQLException {
        Long used = row.getObject("places_used", Long.class);
        Long quota = row.getObject("places_quota", Long.class);
        return used == null
                ? Optional.empty()
                : Optional.of(new PlacesTaken(used, quota == null ? OptionalLong.empty() : OptionalLong.of(quota)));
    }

    private StoredBatch toBatch(ResultSet row, int index) throws SQLException {
        return new StoredBatch(
                row.getLong("batch_id"),
                row.getString("number"),
                Batch.Kind.valueOf(row.getString("kind")),
                programmes.keyOf(row.getInt("programme_no")),
                row.getString("branch"),
                row.getObject("business_day", LocalDate.class),
                StoredBatch.State.valueOf(row.getString("state")),
                row.getString("profile"),
                row.getLong("people"),
                row.getInt("months"),
                Json.read(row.getString("monthly"), Contribution.class),
                row.getBigDecimal("total"),
                places(row),
                Optional.ofNullable(row.getString("rules")),
                Optional.ofNullable(row.getString("manifest_sha256")));
    }
}
