package id.jembatan.stage;

import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.PastRetention;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Purge;
import id.jembatan.domain.PurgeFacts;
import id.jembatan.domain.StoredBatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What is past its retention leaves the register in one transaction, which also marks whose files are to go. */
public final class PurgeShelf {

    private static final String COLUMNS = "purge_no, purge_id, business_day, asked_at, actor, facts";

    private final Register register;
    private final ProgrammeNumbers programmes;
    private final JournalOutbox journal;
    private final ForgottenRows forgotten;

    public PurgeShelf(Register register) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
        this.journal = new JournalOutbox(register);
        this.forgotten = new ForgottenRows(register);
    }

    /** A month's contribution list of a programme. */
    public record Month(ProgrammeKey programme, YearMonth month) {}

    /** Whose files go. */
    public record Going(
            List<LoggedDrop> drops, List<AnswerFile> answers, List<StoredBatch> batches, List<Month> months) {

        boolean isEmpty() {
            return drops.isEmpty() && answers.isEmpty() && batches.isEmpty() && months.isEmpty();
        }
    }

    /** What stays, and has people who go beside people who stay. */
    public record Shared(List<LoggedDrop> drops, List<StoredBatch> batches) {}

    /**
     * Who asks, and when.
     *
     * @param before is done first, in the same transaction: nobody who is over may still count as live
     * @param find names the files, before anything of it is certain
     * @param findShared names files that stay
     */
    public record Asked(
            PastRetention past,
            LocalDate day,
            Instant at,
            String by,
            Runnable before,
            Function<Going, List<PurgeFacts.GoneFile>> find,
            Function<Shared, List<String>> findShared) {}

    /** Takes the transaction back. */
    private static final class NothingToPurge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Takes it out of the register; empty when nothing is past its retention. The files are still there. */
    public Optional<Purge> purge(Asked asked) {
        try {
            return Optional.of(register.inTransaction(() -> inTurn(asked)));
        } catch (NothingToPurge nothing) {
            return Optional.empty();
        }
    }

    /** What {@link #purge} would remove; nothing of it stays. */
    public Optional<Purge> look(Asked asked) {
        try {
            return Optional.of(register.inTransactionTakenBack(() -> inTurn(asked)));
        } catch (NothingToPurge nothing) {
            return Optional.empty();
        }
    }

    private Purge inTurn(Asked asked) {
        register.takeTurn();
        asked.before().run();
        long number = register.next("purge");
        List<Integer> over = asked.past().programmes().stream()
                .map(programmes::find)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        PurgedMarks marks = new PurgedMarks(register, number, over, asked.past().nobodysUntil());
        PurgeRecords records = new PurgeRecords(register, journal, number);
        forgotten.clear();
        marks.choosePeople();
        records.addRows();
        Map<String, PurgeFacts.OfProgramme> counts = new TreeMap<>();
        count(counts, """
                select e.programme_no, count(*), 0, 0 from entry e join purging_row x on x.row_id = e.row_id
                group by e.programme_no""");
        count(counts, """
                select l.programme_no, 0, count(*), 0 from purging_row x
                join drop_log l on l.receipt = x.row_id / 100000000 group by l.programme_no""");
        long people = ask("select count(*) from purging");
        long rows = ask("select count(*) from purging_row");
        forgotten.forget();
        marks.markFiles();
        marks.chooseAnswers();
        Shared shared = new Shared(
                marks.listSharedDrops().stream().map(new DropLog(register)::get).toList(),
                marks.listSharedBatches().stream()
                        .map(new EnrolmentShelf(register)::get)
                        .toList());
        records.addAnswers();
        forgotten.forgetAnswers();
        forgotten.forgetReferences(number);
        forgotten.clear();
        count(
                counts,
                "select programme_no, 0, 0, count(*) from drop_log where purge_no = " + number
                        + " group by programme_no");
        Going going = goingOf(number);
        List<PurgeFacts.GoneFile> files = asked.find().apply(going);
        if (people == 0 && going.isEmpty() && files.isEmpty()) {
            throw new NothingToPurge();
        }
        PurgeFacts facts =
                new PurgeFacts(people, rows, counts, files, asked.findShared().apply(shared));
        Purge purge = new Purge(
                number, idOf(asked.day()), asked.day(), asked.at().truncatedTo(ChronoUnit.MILLIS), asked.by(), facts);
        insert(purge, Json.write(facts));
        journal.add("purged", record(purge, going));
        return purge;
    }

    private void count(Map<String, PurgeFacts.OfProgramme> counts, String sql) {
        register.client().sql(sql).query(row -> {
            int programme = row.getInt(1);
            String name = row.wasNull() ? "-" : programmes.keyOf(programme).toString();
            PurgeFacts.OfProgramme more = new PurgeFacts.OfProgramme(row.getLong(2), row.getLong(3), row.getLong(4));
            counts.merge(name, more, PurgeFacts.OfProgramme::plus);
        });
    }

    private long ask(String count) {
        return register.client().sql(count).query(Long.class).single();
    }

    /** {@code 20350401-01}. */
    private String idOf(LocalDate day) {
        int before = register.client()
                .sql("select count(*) from purge where business_day = ?")
                .param(day)
                .query(Integer.class)
                .single();
        return day.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format(Locale.ROOT, "-%02d", before + 1);
    }

    private static Map<String, Object> record(Purge purge, Going going) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("purge", purge.number());
        record.put("id", purge.id());
        record.put("day", purge.day().toString());
        record.put("at", purge.at().toString());
        record.put("by", purge.by());
        record.put(
                "drops",
                Ranges.of(going.drops().stream()
                        .map(drop -> drop.receipt().number())
                        .toList()));
        record.put(
                "answers",
                Ranges.of(going.answers().stream().map(AnswerFile::number).toList()));
        record.put(
                "batches",
                Ranges.of(going.batches().stream().map(StoredBatch::id).toList()));
        record.put(
                "months",
                going.months().stream()
                        .map(month -> month.programme() + " " + month.month())
                        .toList());
        record.put("facts", Json.embed(purge.facts()));
        return record;
    }

    void insert(Purge purge, String facts) {
        register.client()
                .sql("insert into purge (" + COLUMNS + ", step) values (?, ?, ?, ?, ?, ?, 'FORGOTTEN')")
                .params(purge.number(), purge.id(), purge.day(), purge.at().atOffset(ZoneOffset.UTC), purge.by(), facts)
                .update();
    }

    /** What that purge marked. */
    public Going goingOf(long number) {
        return new Going(
                new DropLog(register).listPurgedBy(number),
                new AnswerLog(register).listPurgedBy(number),
                new EnrolmentShelf(register).listPurgedBy(number),
                register.client()
                        .sql("select programme_no, of_month from iuran_month where purge_no = ?"
                                + " order by programme_no, of_month")
                        .param(number)
                        .query((row, i) -> new Month(
                                programmes.keyOf(row.getInt(1)), YearMonth.from(row.getObject(2, LocalDate.class))))
                        .list());
    }

    /** Whether the archived bytes of that month are also those of something that stays. */
    public boolean isStillNeeded(String sha256, LocalDate day) {
        LocalDate first = day.withDayOfMonth(1);
        LocalDate next = first.plusMonths(1);
        return register.client()
                .sql("""
                        select exists (select 1 from drop_log where purge_no is null and (sha256 = ? or zip_sha256 = ?)
                                and business_day >= ? and business_day < ?)
                            or exists (select 1 from answer_file where purge_no is null and sha256 = ?
                                and business_day >= ? and business_day < ?)""")
                .params(sha256, sha256, first, next, sha256, first, next)
                .query(Boolean.class)
                .single();
    }

    /** Whether a drop that stays is answered in the same folder. */
    public boolean isFolderShared(LoggedDrop drop) {
        return register.client()
                .sql("""
                        select exists (select 1 from drop_log o join drop_log d on d.receipt = ?
                            where o.purge_no is null and o.drop_id = d.drop_id
                                and o.regency is not distinct from d.regency
                                and o.programme_no is not distinct from d.programme_no)""")
                .param(drop.receipt().number())
                .query(Boolean.class)
                .single();
    }

    /** Purges whose files may still lie there, in their order. */
    public List<Purge> listUnfinished() {
        return register.client()
                .sql("select " + COLUMNS + " from purge where step <> 'DONE' order by purge_no")
                .query(PurgeShelf::toPurge)
                .list();
    }

    /** All purges, in their order. */
    public List<Purge> list() {
        return register.client()
                .sql("select " + COLUMNS + " from purge order by purge_no")
                .query(PurgeShelf::toPurge)
                .list();
    }

    private static Purge toPurge(ResultSet row, int index) throws SQLException {
        return new Purge(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                Json.read(row.getString(6), PurgeFacts.class));
    }

    /** Its files are gone, and its certificate lies. */
    public void markDone(Purge purge) {
        register.runInTransaction(() -> {
            if (finish(purge.number())) {
                journal.add("purge-done", Map.of("purge", purge.number()));
            }
        });
    }

    boolean finish(long number) {
        return register.client()
                        .sql("update purge set step = 'DONE' where purge_no = ? and step <> 'DONE'")
                        .param(number)
                        .update()
                == 1;
    }
}
