package id.jembatan.stage;

import id.jembatan.domain.Claim;
import id.jembatan.domain.Dispute;
import id.jembatan.domain.DropId;
import id.jembatan.domain.LookAlike;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.RowPlace;
import id.jembatan.domain.StandingDecision;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What waits for a person, with all that it is about: reviews, and cases between regencies. Only reads. */
public final class DisputeShelf {

    private static final int VERSION_BYTES = 5;

    private static final String CLAIM =
            "l.programme_no, l.drop_id, l.sheets, f.sheet, f.row_no, " + WorkerColumns.listed("d");

    private static final String ROW_OF = """
             join drop_row d on d.row_id = s.row_id
            join drop_row f on f.row_id = s.row_id
            join drop_log l on l.receipt = s.row_id / 100000000""";

    private final Register register;
    private final ProgrammeNumbers programmes;

    public DisputeShelf(Register register) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
    }

    /** The numbers of the reviews that wait, the oldest first. */
    public List<Long> listReviews() {
        return register.client()
                .sql("select review_no from review where closed = false order by review_no")
                .query(Long.class)
                .list();
    }

    /** The numbers of the cases that wait: nobody has decided, and the other entry still covers. */
    public List<Long> listCases() {
        return register.client().sql("""
                        select c.case_no from claim_case c
                        join entry e on e.row_id = c.entry_row_id and e.state in ('STAGED', 'SENT', 'ACTIVE')
                        where c.state = 'OPEN' order by c.case_no""").query(Long.class).list();
    }

    /** The decisions of those business days that are not taken back, the latest first; of one review or case the last. */
    public List<StandingDecision> listDecidedOn(Collection<LocalDate> days) {
        return register.client()
                .sql("""
                        select d.review_no, d.case_no, d.choice, d.actor from decision d
                        where d.undone = false and d.business_day in (:days) and not exists (select 1 from decision n
                            where n.decision_no > d.decision_no and n.undone = false
                                and (n.review_no = d.review_no or n.case_no = d.case_no))
                        order by d.decision_no desc""")
                .param("days", days)
                .query((row, i) -> {
                    long review = row.getLong(1);
                    return new StandingDecision(
                            row.wasNull() ? "case:" + row.getLong(2) : Long.toString(review),
                            row.getString(3),
                            row.getString(4));
                })
                .list();
    }

    /** Rows that look like somebody else, the newest first. */
    public List<LookAlike> listLookAlikes(int atMost) {
        return register.client()
                .sql("""
                        select l.drop_id, l.sheets, r.sheet, r.row_no, r.nik,
                            m.drop_id, m.sheets, o.sheet, o.row_no, o.nik
                        from look_alike a
                        join drop_row r on r.row_id = a.row_id
                        join drop_row o on o.row_id = a.other_row_id
                        join drop_log l on l.receipt = a.row_id / 100000000
                        join drop_log m on m.receipt = a.other_row_id / 100000000
                        order by a.row_id desc fetch first\s""" + atMost + " rows only")
                .query((row, i) -> new LookAlike(
                        List.of(row.getString(1), row.getString(6)),
                        List.of(
                                place(row.getString(2), row.getInt(3), row.getInt(4)),
                                place(row.getString(7), row.getInt(8), row.getInt(9))),
                        List.of(new NationalId(row.getLong(5)), new NationalId(row.getLong(10)))))
                .list();
    }

    public long countLookAlikes() {
        return register.client()
                .sql("select count(*) from look_alike")
                .query(Long.class)
                .single();
    }

    private static RowPlace place(String sheets, int sheet, int row) {
        return new RowPlace(Json.readTexts(sheets).get(sheet), row);
    }

    /** The review with its rows that stand and the live entries of its NIK in the regency; empty when there is none. */
    public Optional<Dispute> findReview(long number) {
        return register.client()
                .sql("""
                        select v.regency, v.nik, v.closed, (select min(l.business_day) from review_row s
                            join drop_log l on l.receipt = s.row_id / 100000000 where s.review_no = v.review_no)
                        from review v where v.review_no = ?""")
                .param(number)
                .query((row, i) -> new Head(row.getString(1), row.getLong(2), !row.getBoolean(3), day(row, 4)))
                .optional()
                .map(head -> {
                    List<Claim> claims = new ArrayList<>(rows(
                            """
                            select s.row_id, 'REVIEW', false,\s""" + CLAIM + " from review_row s" + ROW_OF
                                    + " where s.review_no = ? and s.state = 'STANDS' order by s.row_id",
                            number));
                    claims.addAll(rows(
                            "select e.row_id, e.state, true, " + entryClaim()
                                    + " where f.nik = ? and l.regency = ? order by e.row_id",
                            head.nik(),
                            head.regency()));
                    return dispute(Dispute.Kind.REVIEW, number, head, claims);
                });
    }

    /** The case with the rows that it covers and the entry that covers them; empty when there is none. */
    public Optional<Dispute> findCase(long number) {
        return register.client()
                .sql("""
                        select c.regency, c.nik, c.state, l.business_day, e.state, c.entry_row_id
                        from claim_case c join entry e on e.row_id = c.entry_row_id
                        join drop_log l on l.receipt = c.opened_by
                        where c.case_no = ?""")
                .param(number)
                .query((row, i) -> new Covered(
                        new Head(
                                row.getString(1),
                                row.getLong(2),
                                row.getString(3).equals("OPEN")
                                        && List.of("STAGED", "SENT", "ACTIVE").contains(row.getString(5)),
                                day(row, 4)),
                        row.getLong(6)))
                .optional()
                .map(covered -> {
                    String ref = "case:" + number;
                    List<Claim> claims = new ArrayList<>(rows(
                            """
                            select s.row_id, 'COVERED', false,\s""" + CLAIM + " from drop_row s" + ROW_OF + """
                             left join row_outcome o on o.row_id = s.row_id
                            left join review_row v on v.row_id = s.row_id
                            where s.nik = ? and l.regency = ? and coalesce(v.outcome, o.outcome) = 'COVERED'
                                and (v.state is null or v.state = 'FREED')
                                and coalesce(v.ref, o.ref) = ? order by s.row_id""",
                            covered.head().nik(),
                            covered.head().regency(),
                            ref));
                    claims.addAll(rows(
                            "select e.row_id, e.state, true, " + entryClaim() + " where e.row_id = ?",
                            covered.entry()));
                    return dispute(Dispute.Kind.CASE, number, covered.head(), claims);
                });
    }

    private static String entryClaim() {
        return CLAIM + """
                 from entry e
                join drop_row f on f.row_id = e.row_id
                join drop_row d on d.row_id = e.data_row_id
                join drop_log l on l.receipt = e.row_id / 100000000 and e.state in ('STAGED', 'WAITLISTED', 'SENT', 'ACTIVE')""";
    }

    private List<Claim> rows(String sql, Object... parameters) {
        return register.client()
                .sql(sql)
                .params(parameters)
                .query(this::toClaim)
                .list();
    }

    private Claim toClaim(ResultSet row, int index) throws SQLException {
        return new Claim(
                row.getLong(1),
                row.getBoolean(3),
                programmes.keyOf(row.getInt(4)),
                new DropId(row.getString(5)),
                place(row.getString(6), row.getInt(7), row.getInt(8)),
                row.getString(2),
                WorkerColumns.get(row, 9));
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Dispute dispute(Dispute.Kind kind, long number, Head head, List<Claim> claims) {
        return new Dispute(
                kind,
                number,
                new RegencyCode(head.regency()),
                new NationalId(head.nik()),
                head.since(),
                head.open(),
                version(claims),
                claims);
    }

    /** Of rows, entries, their states and what they say. */
    private static String version(List<Claim> claims) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Claim claim : claims) {
                digest.update(claim.toString().getBytes(StandardCharsets.UTF_8));
                digest.update(claim.worker().name().getBytes(StandardCharsets.UTF_8));
                digest.update(claim.worker().birthDate().toString().getBytes(StandardCharsets.UTF_8));
                claim.worker()
                        .texts()
                        .forEach((field, text) -> digest.update((field + text).getBytes(StandardCharsets.UTF_8)));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What there is to say of it beside its claims. */
    private record Head(String regency, long nik, boolean open, LocalDate since) {}

    private record Covered(Head head, long entry) {}
}
