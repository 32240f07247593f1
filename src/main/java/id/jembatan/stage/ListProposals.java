package id.jembatan.stage;

import id.jembatan.domain.RowId;
import id.jembatan.domain.UndoHindrance.Kind;

/** What a drop did to proposals of leavers: as a full list it made some, and it made others void. */
final class ListProposals {

    /**
     * Proposals that it made void; those that the full list made void of which it is a part, too: without it the list is not
     * whole. Parameters: receipt, first receipt of the list.
     */
    private static final String VOIDED = """
            state = 'VOID' and (voided_by = ? or voided_all = true
                and voided_by in (select receipt from drop_log where list_no = ?))""";

    private final Register register;
    private final long receipt;
    private final long listNo;
    private final int programme;

    ListProposals(Register register, long receipt, long listNo, int programme) {
        this.register = register;
        this.receipt = receipt;
        this.listNo = listNo;
        this.programme = programme;
    }

    /** What has spoken since of the people whose proposals are void because of it. */
    void findStanding(Hindrances standing) {
        String voided = " from leaver_proposal p join drop_row f on f.row_id = p.entry_row_id and p." + VOIDED;
        standing.addDropsOf(
                "select o.row_id" + voided + " join drop_row o on o.nik = f.nik and o.row_id > ?",
                receipt,
                listNo,
                RowId.last(receipt));
        standing.add(
                Kind.DROP,
                "select distinct l.drop_id" + voided + " join drop_log l on l.programme_no = ? and l.receipt > ?"
                        + " and l.list_no <> ? and l.status = 'TAKEN' and l.proposed is not null",
                receipt,
                listNo,
                programme,
                receipt,
                listNo);
        standing.add(
                Kind.DROP,
                "select distinct l.drop_id" + voided
                        + " join drop_moment m on m.receipt = p.list_no and m.confirmed = true and m.last_receipt >= ?"
                        + " join drop_log l on l.receipt = p.list_no",
                receipt,
                listNo,
                receipt);
        standing.add(Kind.DROP, """
                select drop_id from drop_log where programme_no = ? and receipt > ? and list_no <> ?
                    and refusal_code = 'FILE_LIST_SHRANK' order by drop_id""", programme, receipt, listNo);
    }

    /** Its own are gone, and the others wait again. */
    void restore() {
        register.jdbc()
                .update(
                        "update leaver_proposal set voided_by = null, voided_all = false, state = 'OPEN' where "
                                + VOIDED,
                        receipt,
                        listNo);
        register.jdbc().update("delete from leaver_proposal where list_no = ?", listNo);
        register.jdbc().update("update drop_log set proposed = null where list_no = ?", listNo);
    }
}
