package id.jembatan.stage;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Receipt;
import java.util.OptionalLong;

/** Which drops of the log are still to do, and which of them must wait for an earlier one. */
public final class DropsDue {

    private final Register register;
    private final ProgrammeNumbers programmes;

    DropsDue(Register register) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
    }

    /** Whether nobody can say yet what becomes of a list of the programme that came before the drop's own. */
    public boolean hasEarlierListUnsettled(LoggedDrop drop) {
        return drop.receipt().programme().flatMap(programmes::find).isPresent()
                && register.client()
                        .sql("""
                                select exists (select 1 from drop_log where programme_no = ? and list_no < ?
                                    and step in ('RECEIVED', 'READ'))""")
                        .params(
                                programmes
                                        .find(drop.receipt().programme().get())
                                        .get(),
                                drop.listNo())
                        .query(Boolean.class)
                        .single();
    }

    /** Whether that drop is neither answered nor parked. */
    public boolean isDue(long receipt) {
        return register.client()
                .sql(
                        "select exists (select 1 from drop_log where receipt = ? and step in ('RECEIVED', 'READ', 'SETTLED'))")
                .param(receipt)
                .query(Boolean.class)
                .single();
    }

    /** The latest receipt that is not answered yet; empty when all are. */
    public OptionalLong findLastDue() {
        return register.client()
                .sql("select max(receipt) from drop_log where step in ('RECEIVED', 'READ', 'SETTLED')")
                .query((row, i) -> {
                    long last = row.getLong(1);
                    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(last);
                })
                .single();
    }

    /** Every receipt below it is answered, set aside or taken back; one more than the last when all are. */
    public long firstUnanswered() {
        return register.client().sql("""
                        select coalesce(min(case when step in ('RECEIVED', 'READ', 'SETTLED') then receipt end),
                            max(receipt) + 1, 1) from drop_log""").query(Long.class).single();
    }

    /** Whether a drop up to that receipt is not answered yet. */
    public boolean hasDueUpTo(long receipt) {
        return register.client()
                .sql(
                        "select exists (select 1 from drop_log where receipt <= ? and step in ('RECEIVED', 'READ', 'SETTLED'))")
                .param(receipt)
                .query(Boolean.class)
                .single();
    }

    /** Whether a drop that came earlier has yet to be settled: drops settle in the order of their receipts. */
    public boolean hasEarlierUnsettled(long receipt) {
        return register.client()
                .sql("select exists (select 1 from drop_log where receipt < ? and step in ('RECEIVED', 'READ'))")
                .param(receipt)
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether the same bytes for the same programme came earlier and nobody can say yet what becomes of them: another
     * node has them in hand, or they wait for the rest of their list. This drop may be SEEN.
     */
    public boolean hasEarlierTwinUnread(Receipt receipt) {
        return receipt.programme().flatMap(programmes::find).isPresent()
                && register.client()
                        .sql("""
                                select exists (select 1 from drop_log
                                    where sha256 = ? and programme_no = ? and leavers = ? and receipt < ? and step in ('RECEIVED', 'READ'))""")
                        .params(
                                receipt.sha256(),
                                programmes.find(receipt.programme().get()).get(),
                                receipt.leavers(),
                                receipt.number())
                        .query(Boolean.class)
                        .single();
    }
}
