package id.jembatan.stage;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Chooses what is past its retention (docs/rationale/privacy.md says by which reasons), and marks whose files go. */
final class PurgedMarks {

    private static final String LIVE = "('STAGED', 'WAITLISTED', 'SENT', 'ACTIVE')";

    /** No row of the drop says who it is: rejected, or forgotten. */
    private static final String NAMES_NOBODY = " not exists (select 1 from drop_row r"
            + " where r.row_id between drop_log.receipt * 100000000 and drop_log.receipt * 100000000 + 99999999"
            + " and r.nik is not null)";

    private final Register register;
    private final long purge;
    private final String over;
    private final LocalDate nobodysUntil;

    /**
     * For one purge.
     *
     * @param over the programmes that keep their people no longer
     */
    PurgedMarks(Register register, long purge, List<Integer> over, LocalDate nobodysUntil) {
        this.register = register;
        this.purge = purge;
        this.over = over.isEmpty()
                ? "(-1)"
                : over.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
        this.nobodysUntil = nobodysUntil;
    }

    /**
     * NIKs all of whose rows stand in answered drops of programmes that are over, and of which nobody is live, asked about
     * or on the way to a branch.
     */
    void choosePeople() {
        run("insert into purging (nik, first_row_id) select r.nik, min(r.row_id) from drop_row r"
                + " join drop_log l on l.receipt = r.row_id / 100000000 where r.nik is not null group by r.nik"
                + " having sum(case when l.programme_no in " + over
                + " and l.step in ('REPLIED', 'PARKED') then 0 else 1 end) = 0");
        keep("select 1 from drop_row r join entry e on e.row_id = r.row_id and e.state in " + LIVE
                + " where r.nik = purging.nik");
        keep("select 1 from review v where v.nik = purging.nik and v.closed = false");
        keep("select 1 from claim_case c where c.nik = purging.nik and c.state in ('OPEN', 'THEIRS')");
        keep("select 1 from drop_row r join batch_line l on l.row_id = r.row_id"
                + " join batch b on b.batch_id = l.batch_id and b.state <> 'SENT' where r.nik = purging.nik");
        keep("select 1 from drop_row r join notice_row n on n.row_id = r.row_id"
                + " join notice t on t.notice_no = n.notice_no and t.written = false where r.nik = purging.nik");
        run("insert into purging_row (row_id) select r.row_id from drop_row r join purging p on p.nik = r.nik");
    }

    private void keep(String whom) {
        run("delete from purging where exists (" + whom + ")");
    }

    /** When the people are forgotten. */
    void markFiles() {
        register.jdbc()
                .update(
                        "update drop_log set purge_no = ? where purge_no is null and ((status = 'TAKEN'"
                                + " and step in ('REPLIED', 'PARKED') and (programme_no in " + over
                                + " or business_day <= ?) and" + NAMES_NOBODY + ")"
                                + " or (business_day <= ? and ((status = 'REFUSED' and step = 'REPLIED')"
                                + " or (step = 'PARKED' and status is null) or step = 'UNDONE')))",
                        purge,
                        nobodysUntil,
                        nobodysUntil);
        run("update drop_log set purge_no = " + purge
                + " where purge_no is null and status = 'SEEN' and step = 'REPLIED'"
                + " and first_receipt in (select f.receipt from drop_log f where f.purge_no is not null)");
        register.jdbc().update("""
                update answer_file set purge_no = ? where purge_no is null and step in ('ANSWERED', 'PARKED')
                    and business_day <= ? and not exists (select 1 from answer_row a
                        join batch_line l on l.batch_id = a.batch_id and l.line_no = a.line_no
                        join drop_row d on d.row_id = l.data_row_id and d.nik is not null
                        where a.answer_no = answer_file.answer_no)""", purge, nobodysUntil);
        run("update batch set purge_no = " + purge + " where purge_no is null and state = 'SENT' and programme_no in "
                + over + " and not exists (select 1 from batch_line l join drop_row d on d.row_id = l.data_row_id"
                + " where l.batch_id = batch.batch_id and d.nik is not null)");
        run("update iuran_month set purge_no = " + purge + " where purge_no is null and programme_no in " + over
                + " and not exists (select 1 from iuran_line i join drop_row d on d.row_id = i.row_id"
                + " where i.programme_no = iuran_month.programme_no and d.nik is not null)");
    }

    /** Rows of answers about the people, and all of files that go. */
    void chooseAnswers() {
        run("""
            insert into purging_answer (answer_no, pos)
            select distinct a.answer_no, a.pos from answer_row a
            left join batch_line l on l.batch_id = a.batch_id and l.line_no = a.line_no
            where l.row_id in (select row_id from purging_row) or a.nik in (select nik from purging)
                or a.answer_no in (select f.answer_no from answer_file f where f.purge_no =\s""" + purge + ")");
    }

    /** Receipts of lists that stay, in which people that go stand. */
    List<Long> listSharedDrops() {
        return register.client().sql("""
                        select distinct l.receipt from purging_row x join drop_log l on l.receipt = x.row_id / 100000000
                        where l.purge_no is null order by l.receipt""").query(Long.class).list();
    }

    /** Numbers of batches that stay, in which people that go stand. */
    List<String> listSharedBatches() {
        return register.client().sql("""
                        select b.number from purging_row x join batch_line l on l.row_id = x.row_id
                        join batch b on b.batch_id = l.batch_id where b.purge_no is null
                        group by b.number, b.batch_id order by b.batch_id""").query(String.class).list();
    }

    private void run(String sql) {
        register.jdbc().update(sql);
    }
}
