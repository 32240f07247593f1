package id.jembatan.stage;

import id.jembatan.domain.AnswerCounts;
import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.DropId;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Refusal;
import id.jembatan.domain.RegencyCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The log of answer files: what came, and how far each has come. */
public final class AnswerLog {

    private static final String ALL = "select * from answer_file where ";

    /** Which questions still wait: nobody has decided them, the branch has not said again what counts, a line still waits. */
    static final String WAITS = """
            q.decided_on is null and (r.outcome = 'SETTLED' and exists (select 1 from line_answer mine
                    join line_answer other on other.kpj = mine.kpj
                        and (other.batch_id <> mine.batch_id or other.line_no <> mine.line_no)
                    where mine.batch_id = r.batch_id and mine.line_no = r.line_no and mine.kpj = r.kpj)
                or r.outcome = 'CONTRADICTORY'
                    and not exists (select 1 from answer_row again where again.batch_id = r.batch_id
                        and again.line_no = r.line_no and again.answer_no > r.answer_no and again.outcome = 'REPEATED')
                    and not exists (select 1 from answer_question was
                        join answer_row w on w.answer_no = was.answer_no and w.pos = was.pos
                        where w.batch_id = r.batch_id and w.line_no = r.line_no and was.decided_on is not null
                            and was.not_verdict = r.verdict and coalesce(was.not_kpj, '') = coalesce(r.kpj, ''))
                or r.outcome = 'REVIEW' and exists (select 1 from drop_row d
                    join batch_line l on l.data_row_id = d.row_id
                    join entry e on e.row_id = l.row_id and e.state = 'SENT' where d.nik = r.nik))""";

    private final Register register;
    private final JournalOutbox journal;

    public AnswerLog(Register register) {
        this.register = register;
        this.journal = new JournalOutbox(register);
    }

    /**
     * What is known of a file when it is taken.
     *
     * @param source where it lies, relative to {@code answer/}
     * @param rules the archived rules that it goes by; empty = those of whoever works on it
     */
    public record Arrived(
            Optional<String> branch,
            String file,
            String source,
            String sha256,
            long bytes,
            Instant receivedAt,
            LocalDate day,
            Optional<String> rules) {}

    /** Logs a file that lies in the archive. */
    public AnswerFile receive(Arrived arrived) {
        return register.inTransaction(() -> {
            long number = register.next("answer"); // one at a time
            insert(number, arrived);
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("answer", number);
            arrived.branch().ifPresent(branch -> facts.put("branch", branch));
            facts.put("file", arrived.file());
            facts.put("source", arrived.source());
            facts.put("sha256", arrived.sha256());
            facts.put("bytes", arrived.bytes());
            facts.put("receivedAt", arrived.receivedAt().toString());
            facts.put("day", arrived.day().toString());
            arrived.rules().ifPresent(rules -> facts.put("rules", rules));
            journal.add("answer-received", facts);
            return get(number);
        });
    }

    void insert(long number, Arrived arrived) {
        register.jdbc()
                .update(
                        """
                        insert into answer_file (answer_no, answer_id, branch, file_name, source_path, source_removed,
                            sha256, bytes, received_at, business_day, step, rules)
                        values (?, ?, ?, ?, ?, false, ?, ?, ?, ?, 'RECEIVED', cast(? as varchar(64)))""",
                        number,
                        DropId.of(arrived.day(), arrived.sha256()).value(),
                        arrived.branch().orElse(null),
                        arrived.file(),
                        arrived.source(),
                        arrived.sha256(),
                        arrived.bytes(),
                        arrived.receivedAt().atOffset(ZoneOffset.UTC),
                        arrived.day(),
                        arrived.rules().orElse(null));
    }

    /** Files whose source was there when it was last looked for, by their path. */
    public List<AnswerFile> listSourcesLeft() {
        return list(ALL + "source_removed = false order by answer_no");
    }

    public void markSourceRemoved(AnswerFile file) {
        register.runInTransaction(() -> {
            if (removeSource(file.number())) {
                journal.add("answer-source-removed", Map.of("answer", file.number()));
            }
        });
    }

    boolean removeSource(long number) {
        return changes(
                "update answer_file set source_removed = true where answer_no = ? and not source_removed", number);
    }

    /** Files that are not answered yet, in the order in which they came. */
    public List<AnswerFile> listDue() {
        return list(ALL + "step in ('RECEIVED', 'SETTLED') order by answer_no");
    }

    /** Files that were answered or parked since that moment, by the database's clock. */
    public List<AnswerFile> listSince(Instant moment) {
        return list(
                ALL + "answered_at >= ? or step in ('RECEIVED', 'SETTLED') order by answer_no",
                moment.atOffset(ZoneOffset.UTC));
    }

    /** Files that are answered, in the order in which they came. */
    public List<AnswerFile> listAnswered() {
        return list(ALL + "step = 'ANSWERED' order by answer_no");
    }

    /** Files that a purge took. */
    List<AnswerFile> listPurgedBy(long purge) {
        return list(ALL + "purge_no = ? order by answer_no", purge);
    }

    /** Whether a purge took it. */
    public boolean isPurged(AnswerFile file) {
        return register.client()
                .sql("select exists (select 1 from answer_file where answer_no = ? and purge_no is not null)")
                .param(file.number())
                .query(Boolean.class)
                .single();
    }

    /** Files of which a row needs a person, or that a fault stopped. */
    public List<AnswerFile> listParked() {
        return list(ALL + "step = 'PARKED' order by answer_no");
    }

    /** How many rows of each answer file a person has to look at; files of those alone. */
    public Map<DropId, Long> countToDecide() {
        Map<DropId, Long> counts = new LinkedHashMap<>();
        register.client()
                .sql("""
                        select f.answer_id, count(*) from answer_question q
                        join answer_row r on r.answer_no = q.answer_no and r.pos = q.pos
                        join answer_file f on f.answer_no = q.answer_no where
                        """ + WAITS + " group by f.answer_no, f.answer_id order by f.answer_no")
                .query((row, i) -> counts.merge(new DropId(row.getString(1)), row.getLong(2), Long::sum))
                .list();
        return counts;
    }

    public AnswerFile get(long number) {
        return list(ALL + "answer_no = ?", number).get(0);
    }

    /** Nothing of it enters; the branch is told why. */
    public void refuse(AnswerFile file, Refusal refusal) {
        register.runInTransaction(() -> {
            if (setRefused(file.number(), refusal)) {
                journal.add(
                        "answer-refused",
                        Map.of("answer", file.number(), "code", refusal.code().name(), "details", refusal.details()));
            }
        });
    }

    boolean setRefused(long number, Refusal refusal) {
        register.jdbc().update("delete from answer_row where answer_no = ?", number);
        return changes(
                "update answer_file set step = 'SETTLED', refusal_code = ?, refusal_details = ?"
                        + " where answer_no = ? and step = 'RECEIVED'",
                refusal.code().name(),
                Json.write(refusal.details()),
                number);
    }

    void setSettled(long number, List<String> sheets, AnswerCounts counts) {
        changes(
                "update answer_file set step = 'SETTLED', sheets = ?, counts = ? where answer_no = ?",
                Json.write(sheets),
                Json.write(counts),
                number);
    }

    public void markAnswered(AnswerFile file) {
        finish(file, "answer-told", "ANSWERED");
    }

    public void markParked(AnswerFile file) {
        finish(file, "answer-parked", "PARKED");
    }

    private void finish(AnswerFile file, String record, String step) {
        register.runInTransaction(() -> {
            if (setStep(file.number(), step)) {
                journal.add(record, Map.of("answer", file.number()));
            }
        });
    }

    boolean setStep(long number, String step) {
        return changes(
                "update answer_file set step = ?, answered_at = current_timestamp"
                        + " where answer_no = ? and step in ('RECEIVED', 'SETTLED')",
                step,
                number);
    }

    private boolean changes(String sql, @Nullable Object... parameters) {
        return register.jdbc().update(sql, parameters) == 1;
    }

    private List<AnswerFile> list(String sql, Object... parameters) {
        return register.jdbc().query(sql, AnswerLog::toFile, parameters);
    }

    private static AnswerFile toFile(ResultSet row, int index) throws SQLException {
        String code = row.getString("refusal_code");
        String sheets = row.getString("sheets");
        String counts = row.getString("counts");
        return new AnswerFile(
                row.getLong("answer_no"),
                new DropId(row.getString("answer_id")),
                Optional.ofNullable(row.getString("branch")),
                row.getString("file_name"),
                row.getString("source_path"),
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("business_day", LocalDate.class),
                AnswerFile.Step.valueOf(row.getString("step")),
                code == null
                        ? Optional.empty()
                        : Optional.of(new Refusal(
                                FindingCode.valueOf(code), Json.readTexts(row.getString("refusal_details")))),
                sheets == null ? List.of() : Json.readTexts(sheets),
                counts == null ? AnswerCounts.NONE : Json.read(counts, AnswerCounts.class),
                Optional.ofNullable(row.getString("rules")));
    }

    /** The regency whose people the branch was sent last. */
    public Optional<RegencyCode> findRegencyServedBy(String branch) {
        return register.client()
                .sql("""
                        select p.regency from batch b join programme p on p.no = b.programme_no
                        where b.branch = ? order by b.batch_id desc limit 1""")
                .param(branch)
                .query((row, i) -> new RegencyCode(row.getString(1)))
                .optional();
    }
}
