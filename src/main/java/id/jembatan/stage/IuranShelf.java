package id.jembatan.stage;

import id.jembatan.domain.IuranFigures;
import id.jembatan.domain.IuranLedger;
import id.jembatan.domain.IuranRow;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Worker;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Contribution lists: issued in one transaction, and read back as they were issued. */
public final class IuranShelf {

    private static final String PERSON = """
             join batch_line bl on bl.row_id = l.row_id
            join batch b on b.batch_id = bl.batch_id and b.kind = 'NEW'
            join drop_row d on d.row_id = bl.data_row_id""";

    private final Register register;
    private final ProgrammeNumbers programmes;
    private final JournalOutbox journal;

    public IuranShelf(Register register) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
        this.journal = new JournalOutbox(register);
    }

    /** Lets the work issue lists of the programme in one transaction; nothing where nobody has entered it. */
    public List<IuranFigures> issue(ProgrammeKey programme, Function<IuranLedger, List<IuranFigures>> work) {
        return register.inTransaction(() -> work(programme, work));
    }

    /** The same, and nothing of it stays. */
    public List<IuranFigures> draft(ProgrammeKey programme, Function<IuranLedger, List<IuranFigures>> work) {
        return register.inTransactionTakenBack(() -> work(programme, work));
    }

    private List<IuranFigures> work(ProgrammeKey programme, Function<IuranLedger, List<IuranFigures>> work) {
        register.takeTurn();
        return programmes
                .find(programme)
                .map(number -> work.apply(new IuranLines(register, journal, programme.toString(), number)))
                .orElse(List.of());
    }

    /** The sums of all lists of the programme, in the order of their months. */
    public List<IuranFigures> listIssued(ProgrammeKey programme) {
        return programmes
                .find(programme)
                .map(number -> register.client()
                        .sql("select figures from iuran_month where programme_no = ? order by of_month")
                        .param(number)
                        .query((row, i) -> Json.read(row.getString(1), IuranFigures.class))
                        .list())
                .orElse(List.of());
    }

    /** Whether a purge took the list. */
    public boolean isPurged(ProgrammeKey programme, YearMonth month) {
        return programmes
                .find(programme)
                .filter(number -> register.client()
                        .sql("""
                                select exists (select 1 from iuran_month
                                    where programme_no = ? and of_month = ? and purge_no is not null)""")
                        .params(number, month.atDay(1))
                        .query(Boolean.class)
                        .single())
                .isPresent();
    }

    /**
     * Everybody of a list that was issued: first who is covered or left, then what is corrected; each ordered by the row that
     * first entered the programme.
     *
     * @param firstIssued before which there is nothing to correct
     * @param end the programme's last month: nobody is covered after it, and nothing to correct
     */
    public void forEachRow(
            ProgrammeKey programme, YearMonth month, YearMonth firstIssued, YearMonth end, Consumer<IuranRow> action) {
        programmes
                .find(programme)
                .ifPresent(number -> register.runInTransaction(() -> {
                    if (!month.isAfter(end)) {
                        covered(number, month, action);
                    }
                    corrected(number, month, firstIssued, end, action);
                }));
    }

    /** One line of a list, and how it counts: 1 for opened, -1 for closed. */
    private record Line(
            long rowId,
            BigDecimal base,
            YearMonth first,
            Optional<YearMonth> last,
            int sign,
            String ref,
            Worker worker) {

        boolean reaches(YearMonth month) {
            return !first.isAfter(month) && last.filter(month::isAfter).isEmpty();
        }
    }

    private void covered(int programme, YearMonth month, Consumer<IuranRow> action) {
        LocalDate of = month.atDay(1);
        YearMonth before = month.minusMonths(1);
        walk(
                "select l.row_id, l.base, l.first_month, l.last_month, 1 as sign, b.number, bl.line_no, "
                        + WorkerColumns.listed("d") + " from iuran_line l" + PERSON + " where " + IuranLines.LISTED
                        + " and l.first_month <= ? and (l.last_month is null or l.last_month >= ?)"
                        + " order by l.row_id, l.first_month",
                lines -> {
                    Optional<Line> now =
                            lines.stream().filter(line -> line.reaches(month)).findFirst();
                    Optional<Line> then =
                            lines.stream().filter(line -> line.reaches(before)).findFirst();
                    now.ifPresentOrElse(
                            line -> action.accept(row(
                                    line, then.isPresent() ? IuranRow.Kind.CONTINUES : IuranRow.Kind.JOINED, month, 1)),
                            () -> then.ifPresent(line -> action.accept(row(line, IuranRow.Kind.LEFT, month, 0))));
                },
                programme,
                of,
                of,
                of,
                before.atDay(1));
    }

    private void corrected(
            int programme, YearMonth month, YearMonth firstIssued, YearMonth end, Consumer<IuranRow> action) {
        LocalDate of = month.atDay(1);
        walk(
                "select l.row_id, l.base, l.first_month, l.last_month, case when l.issued_in = ? then 1 else -1 end,"
                        + " b.number, bl.line_no, " + WorkerColumns.listed("d") + " from iuran_line l" + PERSON
                        + " where " + IuranLines.changed() + " order by l.row_id, l.first_month",
                lines -> {
                    Map<YearMonth, Map<BigDecimal, Integer>> net = new TreeMap<>();
                    for (Line line : lines) {
                        YearMonth first = line.first().isBefore(firstIssued) ? firstIssued : line.first();
                        for (YearMonth each = first;
                                each.isBefore(month) && !each.isAfter(end) && line.reaches(each);
                                each = each.plusMonths(1)) {
                            net.computeIfAbsent(each, it -> new TreeMap<>())
                                    .merge(line.base(), line.sign(), Integer::sum);
                        }
                    }
                    net.forEach((each, byBase) -> byBase.forEach((base, times) -> {
                        if (times != 0) {
                            Line line = lines.get(0);
                            action.accept(new IuranRow(
                                    line.worker(), line.ref(), IuranRow.Kind.CORRECTION, each, base, times));
                        }
                    }));
                },
                of,
                programme,
                of,
                of,
                of,
                of,
                of);
    }

    private static IuranRow row(Line line, IuranRow.Kind kind, YearMonth month, int times) {
        return new IuranRow(line.worker(), line.ref(), kind, month, line.base(), times);
    }

    /** Gives the lines of one person after another. */
    private void walk(String sql, Consumer<List<Line>> action, Object... parameters) {
        List<Line> person = new ArrayList<>();
        register.jdbc()
                .query(
                        sql,
                        row -> {
                            Line line = line(row);
                            if (!person.isEmpty() && person.get(0).rowId() != line.rowId()) {
                                action.accept(List.copyOf(person));
                                person.clear();
                            }
                            person.add(line);
                        },
                        parameters);
        if (!person.isEmpty()) {
            action.accept(person);
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong(1),
                row.getBigDecimal(2),
                YearMonth.from(row.getObject(3, LocalDate.class)),
                Optional.ofNullable(row.getObject(4, LocalDate.class)).map(YearMonth::from),
                row.getInt(5),
                row.getString(6) + "/" + row.getInt(7),
                WorkerColumns.get(row, 8));
    }
}
