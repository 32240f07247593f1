package id.jembatan.stage;

import id.jembatan.domain.IuranFigures;
import id.jembatan.domain.IuranLedger;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The SQL behind {@link IuranLedger} for one programme: each step is one statement over all its people. */
final class IuranLines implements IuranLedger {

    /** Later than every end. */
    private static final String NEVER = "date '9999-12-01'";

    /**
     * From when to when each person that was sent is covered, as the register knows it now; parameters: start, programme.
     * Who stands in a batch that waits for a second person is not with the branch.
     */
    private static final String KNOWN = """
            (select row_id, base,
                case when sent_month < cast(? as date) then cast(? as date) else sent_month end as first_month,
                case when state = 'ENDED' then cast(date_trunc('month', ended_on) as date) end as last_month
            from entry where programme_no = ? and sent_month is not null and state <> 'REFUSED'
                and not exists (select 1 from batch h where h.batch_id = entry.batch_id and h.held = true))""";

    /** The lines that a month's list has; parameters: programme, month, month. */
    static final String LISTED = "l.programme_no = ? and l.issued_in <= ? and (l.closed_in is null or l.closed_in > ?)";

    /** Whether a line reaches into a month; parameters: month, month. */
    static final String REACHES = "l.first_month <= ? and (l.last_month is null or l.last_month >= ?)";

    private final Register register;
    private final JournalOutbox journal;
    private final String name;
    private final int programme;

    IuranLines(Register register, JournalOutbox journal, String name, int programme) {
        this.register = register;
        this.journal = journal;
        this.name = name;
        this.programme = programme;
    }

    @Override
    public Optional<YearMonth> findFirstIssued() {
        return month("select min(of_month) from iuran_month where programme_no = ?", programme);
    }

    @Override
    public Optional<YearMonth> findLastIssued() {
        return month("select max(of_month) from iuran_month where programme_no = ?", programme);
    }

    @Override
    public Optional<YearMonth> findFirstCovered(YearMonth start) {
        LocalDate from = start.atDay(1);
        return month(
                "select min(k.first_month) from " + KNOWN
                        + " k where k.last_month is null or k.last_month >= k.first_month",
                from,
                from,
                programme);
    }

    private Optional<YearMonth> month(String sql, Object... parameters) {
        return register.client()
                .sql(sql)
                .params(parameters)
                .query((row, i) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .map(YearMonth::from);
    }

    @Override
    public void bring(YearMonth month, YearMonth start) {
        LocalDate of = month.atDay(1);
        LocalDate from = start.atDay(1);
        takeOut(of, from);
        changeBase(of, from);
        moveEnd(of, from);
        takeIn(of, from);
    }

    /** Who was refused, or ended before the line begins. */
    private void takeOut(LocalDate of, LocalDate from) {
        update(
                "update iuran_line set closed_in = ? where programme_no = ? and closed_in is null and not exists ("
                        + "select 1 from " + KNOWN + " k where k.row_id = iuran_line.row_id"
                        + " and (k.last_month is null or k.last_month >= iuran_line.first_month))",
                of,
                programme,
                from,
                from,
                programme);
    }

    /** Another wage counts from this month on: what was paid before was paid by the wage of then. */
    private void changeBase(LocalDate of, LocalDate from) {
        String changed = " join " + KNOWN + " k on k.row_id = l.row_id where l.programme_no = ? and l.closed_in is null"
                + " and l.base <> k.base and (l.last_month is null or l.last_month >= ?)";
        update(
                "insert into iuran_line (programme_no, row_id, base, first_month, last_month, issued_in)"
                        + " select l.programme_no, l.row_id, k.base,"
                        + " case when l.first_month < cast(? as date) then cast(? as date) else l.first_month end,"
                        + " l.last_month, cast(? as date) from iuran_line l" + changed,
                of,
                of,
                of,
                from,
                from,
                programme,
                programme,
                of);
        String old = " join " + KNOWN + " k on k.row_id = l.row_id where l.programme_no = ? and l.closed_in is null"
                + " and l.base <> k.base and l.first_month < ? and (l.last_month is null or l.last_month >= ?)";
        update(
                "insert into iuran_line (programme_no, row_id, base, first_month, last_month, issued_in)"
                        + " select l.programme_no, l.row_id, l.base, l.first_month,"
                        + " cast(cast(? as date) - interval '1' month as date), cast(? as date) from iuran_line l"
                        + old,
                of,
                of,
                from,
                from,
                programme,
                programme,
                of,
                of);
        update(
                "update iuran_line set closed_in = ? where programme_no = ? and closed_in is null"
                        + " and (last_month is null or last_month >= ?) and exists (select 1 from " + KNOWN
                        + " k where k.row_id = iuran_line.row_id and k.base <> iuran_line.base)",
                of,
                programme,
                of,
                from,
                from,
                programme);
    }

    /** An end that became known, or is another; only the last of a person's lines may be made longer. */
    private void moveEnd(LocalDate of, LocalDate from) {
        String wrong = "(coalesce(%1$s.last_month, " + NEVER + ") > coalesce(k.last_month, " + NEVER + ")"
                + " or coalesce(%1$s.last_month, " + NEVER + ") < coalesce(k.last_month, " + NEVER + ")"
                + " and not exists (select 1 from iuran_line later where later.programme_no = %1$s.programme_no"
                + " and later.row_id = %1$s.row_id and later.closed_in is null"
                + " and later.first_month > %1$s.first_month))";
        update(
                "insert into iuran_line (programme_no, row_id, base, first_month, last_month, issued_in)"
                        + " select l.programme_no, l.row_id, l.base, l.first_month, k.last_month, cast(? as date)"
                        + " from iuran_line l join " + KNOWN + " k on k.row_id = l.row_id"
                        + " where l.programme_no = ? and l.closed_in is null and " + String.format(wrong, "l"),
                of,
                from,
                from,
                programme,
                programme);
        update(
                "update iuran_line set closed_in = ? where programme_no = ? and closed_in is null"
                        + " and exists (select 1 from " + KNOWN + " k where k.row_id = iuran_line.row_id and "
                        + String.format(wrong, "iuran_line") + ")",
                of,
                programme,
                from,
                from,
                programme);
    }

    private void takeIn(LocalDate of, LocalDate from) {
        update(
                "insert into iuran_line (programme_no, row_id, base, first_month, last_month, issued_in)"
                        + " select cast(? as int), k.row_id, k.base, k.first_month, k.last_month, cast(? as date)"
                        + " from " + KNOWN + " k where k.first_month <= ?"
                        + " and (k.last_month is null or k.last_month >= k.first_month)"
                        + " and not exists (select 1 from iuran_line l where l.programme_no = ?"
                        + " and l.row_id = k.row_id and l.closed_in is null)",
                programme,
                of,
                from,
                from,
                programme,
                of,
                programme);
    }

    private void update(String sql, Object... parameters) {
        register.client().sql(sql).params(parameters).update();
    }

    @Override
    public void forEachCovered(YearMonth month, Consumer<Span> action) {
        LocalDate of = month.atDay(1);
        spans(
                "select l.base, l.first_month, l.last_month, count(*) from iuran_line l where " + LISTED + " and "
                        + REACHES + " group by l.base, l.first_month, l.last_month"
                        + " order by l.base, l.first_month, l.last_month",
                action,
                programme,
                of,
                of,
                of,
                of);
    }

    @Override
    public void forEachChange(YearMonth month, Consumer<Span> action) {
        LocalDate of = month.atDay(1);
        spans(
                "select l.base, l.first_month, l.last_month, sum(case when l.issued_in = ? then 1 else -1 end)"
                        + " from iuran_line l where " + changed()
                        + " group by l.base, l.first_month, l.last_month"
                        + " order by l.base, l.first_month, l.last_month",
                action,
                of,
                programme,
                of,
                of,
                of,
                of,
                of);
    }

    /** What a month's list opened and closed of the months before; parameters: programme and five times the month. */
    static String changed() {
        return "l.programme_no = ? and l.first_month < ?"
                + " and (l.issued_in = ? and (l.closed_in is null or l.closed_in > ?)"
                + " or l.closed_in = ? and l.issued_in < ?)";
    }

    private void spans(String sql, Consumer<Span> action, Object... parameters) {
        register.jdbc()
                .query(
                        sql,
                        row -> {
                            action.accept(span(row));
                        },
                        parameters);
    }

    private static Span span(ResultSet row) throws SQLException {
        return new Span(
                row.getBigDecimal(1),
                YearMonth.from(row.getObject(2, LocalDate.class)),
                Optional.ofNullable(row.getObject(3, LocalDate.class)).map(YearMonth::from),
                row.getLong(4));
    }

    @Override
    public long countJoined(YearMonth month) {
        return countWithout(month, month.minusMonths(1), month);
    }

    @Override
    public long countLeft(YearMonth month) {
        return countWithout(month.minusMonths(1), month, month);
    }

    /** How many are covered in the one month and not in the other, as the list has it. */
    private long countWithout(YearMonth in, YearMonth notIn, YearMonth list) {
        LocalDate of = list.atDay(1);
        String other = LISTED.replace("l.", "o.") + " and " + REACHES.replace("l.", "o.");
        return register.client()
                .sql("select count(*) from iuran_line l where " + LISTED + " and " + REACHES
                        + " and not exists (select 1 from iuran_line o where o.row_id = l.row_id and " + other + ")")
                .params(programme, of, of, in.atDay(1), in.atDay(1), programme, of, of, notIn.atDay(1), notIn.atDay(1))
                .query(Long.class)
                .single();
    }

    @Override
    public long countRefused(YearMonth month) {
        return register.client()
                .sql("""
                        select count(distinct l.row_id) from iuran_line l join entry e on e.row_id = l.row_id
                        where l.programme_no = ? and l.closed_in = ? and e.state = 'REFUSED'""")
                .params(programme, month.atDay(1))
                .query(Long.class)
                .single();
    }

    @Override
    public BigDecimal sumBilled() {
        return register.client()
                .sql(
                        "select figures from iuran_month where programme_no = ? order by of_month desc fetch first 1 rows only")
                .param(programme)
                .query(String.class)
                .optional()
                .map(figures -> Json.read(figures, IuranFigures.class).billed())
                .orElse(BigDecimal.ZERO);
    }

    @Override
    public void close(IuranFigures figures, YearMonth start) {
        insertMonth(figures.month(), figures.issuedOn(), Json.write(figures));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("programme", name);
        facts.put("month", figures.month().toString());
        facts.put("start", start.toString());
        facts.put("day", figures.issuedOn().toString());
        facts.put("figures", Json.embed(figures));
        journal.add("iuran", facts);
    }

    void insertMonth(YearMonth month, LocalDate day, String figures) {
        update(
                "insert into iuran_month (programme_no, of_month, issued_on, figures) values (?, ?, ?, ?)",
                programme,
                month.atDay(1),
                day,
                figures);
    }
}
