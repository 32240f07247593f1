package id.jembatan.stage;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.ProgrammeKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/** What reports over months ask of the register: only reads, each one statement whose answer does not grow with the people. */
public final class ReportShelf {

    private final Register register;
    private final DropRows drops;
    private final ProgrammeNumbers programmes;

    public ReportShelf(Register register) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
        this.drops = new DropRows(programmes);
    }

    /**
     * From a person's first list to the answer that made the card.
     *
     * @param came the business date of the list that brought the person in
     * @param answered the business date of the branch's answer
     */
    public record Waited(LocalDate came, LocalDate answered) {}

    /** Lists of people that were answered, taken or refused, in the order of their receipts; none that came twice or is undone. */
    public void forEachList(Consumer<LoggedDrop> action) {
        // known before: what is learnt inside a transaction is not remembered
        register.client()
                .sql("select no from programme")
                .query(Integer.class)
                .list()
                .forEach(programmes::keyOf);
        register.runInTransaction(() -> register.jdbc().query("select " + DropRows.COLUMNS + """
                         from drop_log
                        where step in ('SETTLED', 'REPLIED') and status in ('TAKEN', 'REFUSED') and leavers = false
                            and programme_no is not null
                        order by receipt""", row -> {
            action.accept(drops.toDrop(row, 0));
        }));
    }

    /** How long people of the programme waited for their card; who has none yet is not among them. */
    public void forEachWait(ProgrammeKey programme, ObjLongConsumer<Waited> action) {
        programmes.find(programme).ifPresent(number -> register.jdbc()
                .query(
                        """
                        select l.business_day, f.business_day, sum(w.people)
                        from (select e.row_id / 100000000 as receipt, a.answer_no, count(*) as people
                            from entry e
                            join batch_line n on n.batch_id = e.batch_id and n.row_id = e.row_id
                            join line_answer a on a.batch_id = n.batch_id and a.line_no = n.line_no
                            where e.programme_no = ? and a.verdict <> 'REFUSED'
                            group by e.row_id / 100000000, a.answer_no) w
                        join drop_log l on l.receipt = w.receipt
                        join answer_file f on f.answer_no = w.answer_no
                        group by l.business_day, f.business_day""",
                        row -> {
                            action.accept(new Waited(day(row, 1), day(row, 2)), row.getLong(3));
                        },
                        number));
    }

    /**
     * What the people of the programme gave as their sector, and how many: of everybody who has a place, or had one and was
     * sent. Texts are free, so that whoever asks adds them up as they come.
     */
    public void forEachSector(ProgrammeKey programme, ObjLongConsumer<String> action) {
        programmes
                .find(programme)
                .ifPresent(number -> register.runInTransaction(() -> register.jdbc()
                        .query(
                                """
                        select d.sector, count(*) from entry e join drop_row d on d.row_id = e.data_row_id
                        where e.programme_no = ? and d.sector <> ''
                            and (e.state in ('STAGED', 'SENT', 'ACTIVE') or (e.state = 'ENDED' and e.sent_month is not null))
                        group by d.sector""",
                                row -> {
                                    action.accept(row.getString(1), row.getLong(2));
                                },
                                number)));
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
