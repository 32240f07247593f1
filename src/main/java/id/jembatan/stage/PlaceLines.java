package id.jembatan.stage;

import id.jembatan.domain.NationalId;
import id.jembatan.domain.PlaceLedger;
import id.jembatan.domain.PlacedGroup;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.SettlementLedger.RowWalker;
import java.util.Optional;
import java.util.function.Consumer;

/** The SQL behind {@link PlaceLedger} for rows of one regency. */
final class PlaceLines implements PlaceLedger {

    private final Register register;
    private final ProgrammeNumbers programmes;
    private final RegencyCode regency;
    private final long receipt;

    /** Cases that it opens are opened by that receipt. */
    PlaceLines(Register register, ProgrammeNumbers programmes, RegencyCode regency, long receipt) {
        this.register = register;
        this.programmes = programmes;
        this.regency = regency;
        this.receipt = receipt;
    }

    @Override
    public long caseNumber(NationalId nik, long entryRowId) {
        Optional<Long> known = register.client()
                .sql("select case_no from claim_case where nik = ? and regency = ? and entry_row_id = ?")
                .params(nik.value(), regency.value(), entryRowId)
                .query(Long.class)
                .optional();
        return known.orElseGet(() -> openCase(nik, entryRowId));
    }

    private long openCase(NationalId nik, long entryRowId) {
        long number = register.next("case");
        register.client()
                .sql("insert into claim_case (case_no, regency, nik, entry_row_id, opened_by) values (?, ?, ?, ?, ?)")
                .params(number, regency.value(), nik.value(), entryRowId, receipt)
                .update();
        return number;
    }

    @Override
    public void forEachPlaced(ProgrammeKey programme, Consumer<PlacedGroup> action) {
        PlacedGroups.forEach(register, programmes.numberOf(programme), action);
    }

    @Override
    public void walkWaiting(ProgrammeKey programme, RowWalker walker) {
        walk(register, walker, """
                select row_id, base from entry
                where programme_no = ? and state = 'WAITLISTED'
                order by queue, row_id""", programmes.numberOf(programme));
    }

    static void walk(Register register, RowWalker walker, String sql, Object... parameters) {
        register.jdbc()
                .query(
                        sql,
                        rows -> {
                            boolean more = true;
                            while (more && rows.next()) {
                                more = walker.see(rows.getLong(1), rows.getBigDecimal(2));
                            }
                            return more;
                        },
                        parameters);
    }
}
