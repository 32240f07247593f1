package id.jembatan.stage;

import java.util.List;

/**
 * Takes out of the register who the people of {@code purging_row} and {@code purging_answer} are. Rows, outcomes, entries,
 * lines and sums stay: what was counted and paid still adds up.
 */
final class ForgottenRows {

    private static final String ROWS = "(select row_id from purging_row)";
    private static final String NIKS =
            "(select d.nik from drop_row d join purging_row x on x.row_id = d.row_id where d.nik is not null)";

    private final Register register;

    ForgottenRows(Register register) {
        this.register = register;
    }

    void clear() {
        List.of("purging", "purging_row", "purging_answer")
                .forEach(table -> register.jdbc().update("delete from " + table));
    }

    /** Inside a transaction that has the turn. */
    void forget() {
        new NameIndex(register).forget("row_id in " + ROWS);
        run("delete from likeness where row_id in " + ROWS);
        run("delete from look_alike where row_id in " + ROWS + " or other_row_id in " + ROWS);
        run("delete from told_person where nik in " + NIKS);
        run("delete from nik_verdict where nik in " + NIKS);
        run("update decision set reason = '' where review_no in (select review_no from review where nik in " + NIKS
                + ") or case_no in (select case_no from claim_case where nik in " + NIKS + ")");
        run("update review set nik = null where nik in " + NIKS);
        run("update claim_case set nik = null where nik in " + NIKS);
        run("update line_answer set kpj = null where kpj is not null and exists (select 1 from batch_line l"
                + " where l.batch_id = line_answer.batch_id and l.line_no = line_answer.line_no and l.row_id in "
                + ROWS + ")");
        run("update entry set kpj = null where row_id in " + ROWS);
        run("update drop_row set " + WorkerColumns.forgotten() + " where row_id in " + ROWS);
    }

    void forgetAnswers() {
        run(
                "update answer_row set nik = null, rounded_nik = null, match_key = null, kpj = null, why = null where exists"
                        + " (select 1 from purging_answer x where x.answer_no = answer_row.answer_no and x.pos = answer_row.pos)");
    }

    /** Of files that are gone, also what they called the lines. */
    void forgetReferences(long purge) {
        run("update answer_row set ref_batch = null, ref_line = null where answer_no in"
                + " (select answer_no from answer_file where purge_no = " + purge + ")");
    }

    private void run(String sql) {
        register.jdbc().update(sql);
    }
}
