package id.jembatan.stage;

import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.RepairTally;
import id.jembatan.domain.RowId;
import java.util.List;

/** Which row of an earlier reply each row of a repaired list stands for. */
final class RepairedRows {

    private final Register register;

    RepairedRows(Register register) {
        this.register = register;
    }

    /** Keeps what the rows' JEMBATAN_REF say, proved or not. */
    void put(long receipt, List<JudgedRow> rows) {
        List<Object[]> named = rows.stream()
                .filter(row -> row.repairs().isPresent())
                .map(row -> new Object[] {
                    RowId.of(receipt, row.position()), row.repairs().getAsLong()
                })
                .toList();
        if (!named.isEmpty()) {
            register.jdbc().batchUpdate("insert into repair (row_id, of_row_id) values (?, ?)", named);
        }
    }

    void clear(long receipt) {
        register.jdbc()
                .update("delete from repair where row_id between ? and ?", RowId.first(receipt), RowId.last(receipt));
    }

    /** Whether any row of the drop names an earlier one: it is a repaired list. */
    boolean any(long receipt) {
        return register.client()
                .sql("select exists (select 1 from repair where row_id between ? and ?)")
                .params(RowId.first(receipt), RowId.last(receipt))
                .query(Boolean.class)
                .single();
    }

    /**
     * Forgets references that name no row which this programme sent back, and all but the first to the same row; finds
     * out for the others which row came first of all.
     */
    void prove(long receipt, int programme) {
        long first = RowId.first(receipt);
        long last = RowId.last(receipt);
        register.client()
                .sql("""
                        delete from repair where row_id between ? and ? and not exists (
                            select 1 from row_outcome o join drop_log l on l.receipt = o.row_id / 100000000
                            where o.row_id = repair.of_row_id and o.row_id < ? and l.programme_no = ?
                                and l.leavers = (select d.leavers from drop_log d where d.receipt = ?)
                                and (o.outcome in ('REJECTED', 'REVIEW') or exists (select 1 from notice_row n
                                    where n.row_id = o.row_id and n.became = 'REFUSED')))""")
                .params(first, last, first, programme, receipt)
                .update();
        register.client().sql("""
                        delete from repair where row_id between ? and ? and exists (
                            select 1 from repair e
                            where e.of_row_id = repair.of_row_id and e.row_id between ? and repair.row_id - 1)""").params(first, last, first).update();
        register.client().sql("""
                        update repair set root_row_id = coalesce(
                            (select p.root_row_id from repair p where p.row_id = repair.of_row_id), of_row_id)
                        where row_id between ? and ?""").params(first, last).update();
    }

    /** How the settled list stands against the lists that it repairs, all repairs so far together. */
    RepairTally tally(long receipt, long read) {
        long repaired = countNaming(receipt, "not in");
        long stillWrong = countNaming(receipt, "in");
        return new RepairTally(repaired, stillWrong, read - repaired - stillWrong, countLeft(receipt));
    }

    private long countNaming(long receipt, String wrong) {
        return register.client()
                .sql("""
                        select count(*) from repair p join row_outcome o on o.row_id = p.row_id
                        where p.row_id between ? and ? and o.outcome\s""" + wrong + " ('REJECTED', 'REVIEW')")
                .params(RowId.first(receipt), RowId.last(receipt))
                .query(Long.class)
                .single();
    }

    private long countLeft(long receipt) {
        return register
                .client()
                .sql("select distinct root_row_id / 100000000 from repair where row_id between ? and ?")
                .params(RowId.first(receipt), RowId.last(receipt))
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(this::countLeftOf)
                .sum();
    }

    /** Rows of the list, but for those that stand for an older one's, that no repair and no decision has brought in yet. */
    private long countLeftOf(long original) {
        return register.client()
                .sql("""
                        select count(*) from row_outcome o
                        where o.row_id between ? and ? and o.outcome in ('REJECTED', 'REVIEW')
                            and not exists (select 1 from repair e where e.row_id = o.row_id)
                            and not exists (select 1 from repair p join row_outcome q on q.row_id = p.row_id
                                where p.root_row_id = o.row_id and q.outcome not in ('REJECTED', 'REVIEW'))
                            and not exists (select 1 from review_row v
                                where v.row_id = o.row_id and v.state in ('FREED', 'PAST'))
                            and not exists (select 1 from repair p join review_row v on v.row_id = p.row_id
                                where p.root_row_id = o.row_id and v.state in ('FREED', 'PAST'))""")
                .params(RowId.first(original), RowId.last(original))
                .query(Long.class)
                .single();
    }
}
