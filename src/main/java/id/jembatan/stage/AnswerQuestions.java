package id.jembatan.stage;

import id.jembatan.domain.AnswerQuestion;
import id.jembatan.domain.AnswerReason;
import id.jembatan.domain.AnswerVerdict;
import id.jembatan.domain.DropId;
import id.jembatan.domain.EntryState;
import id.jembatan.domain.LineRef;
import id.jembatan.domain.NationalId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Rows of answers that a person has to look at, each beside the lines that it could mean (SPEC sections 6 and 9). */
public final class AnswerQuestions {

    /** The lines that a row could mean; parameters: answer, position. */
    private static final String LINES = """
            select b.number, l.line_no, b.programme_no, d.nik, d.name, e.state, l.base, a.verdict, a.kpj,
                b.batch_id = r.batch_id and l.line_no = r.line_no as named
            from answer_row r
            join answer_file f on f.answer_no = r.answer_no
            join drop_row d on %s
            join batch_line l on l.data_row_id = d.row_id
            join batch b on b.batch_id = l.batch_id and b.branch = f.branch and b.kind <> 'RESEND' and b.state <> 'FROZEN'
            join entry e on e.row_id = l.row_id
            left join line_answer a on a.batch_id = l.batch_id and a.line_no = l.line_no
            where r.answer_no = ? and r.pos = ?""";

    private static final String BY_LINE =
            String.format(LINES, """
            d.row_id in (select data_row_id from batch_line m where m.batch_id = r.batch_id and m.line_no = r.line_no)
            """) + " and b.batch_id = r.batch_id and l.line_no = r.line_no";

    private static final String BY_NIK = String.format(LINES, "d.nik = r.nik");

    private static final String BY_NAME =
            String.format(LINES, "d.nik between r.rounded_nik and r.rounded_nik + 9 and d.match_key = r.match_key");

    private static final String BY_KPJ = String.format(LINES, """
            d.row_id in (select m.data_row_id from line_answer k
                join batch_line m on m.batch_id = k.batch_id and m.line_no = k.line_no where k.kpj = r.kpj)
            """) + " and a.kpj = r.kpj";

    private final Register register;
    private final ProgrammeNumbers programmes;

    public AnswerQuestions(Register register) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
    }

    /** All that wait, in the order in which they came. */
    public List<AnswerQuestion> listOpen() {
        return register
                .client()
                .sql("select q.answer_no, q.pos from answer_question q"
                        + " join answer_row r on r.answer_no = q.answer_no and r.pos = q.pos where " + AnswerLog.WAITS
                        + " order by q.answer_no, q.pos")
                .query((row, i) -> new long[] {row.getLong(1), row.getLong(2)})
                .list()
                .stream()
                .flatMap(at -> find(at[0], (int) at[1]).stream())
                .toList();
    }

    /** As it stands now, decided or not. */
    public Optional<AnswerQuestion> find(long answer, int position) {
        return register.client()
                .sql("""
                        select f.answer_id, f.branch, f.business_day, r.row_no, coalesce(r.reason, ''), r.verdict, r.kpj, r.why,
                            r.rounded_nik is not null, case when
                        """ + AnswerLog.WAITS + """

                        then true else false end
                        from answer_question q
                        join answer_row r on r.answer_no = q.answer_no and r.pos = q.pos
                        join answer_file f on f.answer_no = q.answer_no
                        where q.answer_no = ? and q.pos = ?""")
                .params(answer, position)
                .query((row, i) -> question(row, answer, position))
                .optional();
    }

    private AnswerQuestion question(ResultSet row, long answer, int position) throws SQLException {
        AnswerReason reason = AnswerReason.valueOf(row.getString(5));
        String sql =
                switch (reason) {
                    case KPJ_OF_ANOTHER -> BY_KPJ;
                    case ANSWERED_OTHERWISE -> BY_LINE;
                    case REF_AND_NIK_DIFFER -> BY_LINE + " union " + BY_NIK;
                    default -> row.getBoolean(9) ? BY_NAME : BY_NIK;
                };
        Object[] at = reason == AnswerReason.REF_AND_NIK_DIFFER
                ? new Object[] {answer, position, answer, position}
                : new Object[] {answer, position};
        List<AnswerQuestion.Line> lines = register.jdbc().query(sql + " order by 1, 2", (line, i) -> line(line), at);
        String verdict = row.getString(6);
        String kpj = row.getString(7);
        StringBuilder version = new StringBuilder(verdict + "|" + kpj);
        for (AnswerQuestion.Line line : lines) {
            version.append('|')
                    .append(line.ref())
                    .append(' ')
                    .append(line.state())
                    .append(' ');
            version.append(line.verdict()).append(' ').append(line.kpj());
        }
        return new AnswerQuestion(
                answer,
                position,
                new DropId(row.getString(1)),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getInt(4),
                reason,
                AnswerVerdict.valueOf(verdict),
                Optional.ofNullable(kpj),
                Objects.requireNonNullElse(row.getString(8), ""),
                lines,
                row.getBoolean(10),
                UUID.nameUUIDFromBytes(version.toString().getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "")
                        .substring(0, 10));
    }

    private AnswerQuestion.Line line(ResultSet row) throws SQLException {
        return new AnswerQuestion.Line(
                new LineRef(row.getString(1), row.getInt(2)),
                programmes.keyOf(row.getInt(3)),
                new NationalId(row.getLong(4)),
                row.getString(5),
                EntryState.valueOf(row.getString(6)),
                row.getBigDecimal(7),
                Optional.ofNullable(row.getString(8)).map(AnswerVerdict::valueOf),
                Optional.ofNullable(row.getString(9)),
                row.getBoolean(10));
    }
}
