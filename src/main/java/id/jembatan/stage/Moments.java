package id.jembatan.stage;

import java.util.Optional;

/** How far the register had come when a drop was settled, or a full list confirmed: what is later may stand on it. */
final class Moments {

    private final Register register;

    Moments(Register register) {
        this.register = register;
    }

    /** The last of each that there was. */
    record Moment(long receipt, long notice, long batch, long decision, long queue) {

        /** Of a drop that was settled before such moments were noted: everything may be later. */
        static Moment unknown(long receipt) {
            return new Moment(receipt, 0, 0, 0, 0);
        }
    }

    void noteSettled(long receipt) {
        note(receipt, false);
    }

    /** The first time counts: nobody more is confirmed the second. */
    void noteConfirmed(long listNo) {
        note(listNo, true);
    }

    private void note(long receipt, boolean confirmed) {
        register.client()
                .sql("""
                        insert into drop_moment (receipt, confirmed, last_receipt, last_notice, last_batch, last_decision,
                            last_queue)
                        select cast(? as bigint), cast(? as boolean),
                            (select coalesce(max(receipt), 0) from drop_log where outcomes is not null),
                            (select coalesce(max(notice_no), 0) from notice),
                            (select coalesce(max(batch_id), 0) from batch),
                            (select coalesce(max(decision_no), 0) from decision),
                            c.last_given
                        from counter c where c.name = 'queue' and not exists (select 1 from drop_moment m
                            where m.receipt = ? and m.confirmed = ?)""")
                .params(receipt, confirmed, receipt, confirmed)
                .update();
    }

    Optional<Moment> find(long receipt, boolean confirmed) {
        return register.client()
                .sql("""
                        select last_receipt, last_notice, last_batch, last_decision, last_queue from drop_moment
                        where receipt = ? and confirmed = ?""")
                .params(receipt, confirmed)
                .query((row, i) ->
                        new Moment(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .optional();
    }

    void forget(long receipt, boolean confirmed) {
        register.client()
                .sql("delete from drop_moment where receipt = ? and confirmed = ?")
                .params(receipt, confirmed)
                .update();
    }
}
