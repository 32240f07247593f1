package id.jembatan.stage;

import id.jembatan.domain.FullList;
import id.jembatan.domain.RowId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Live entries that a full list does not hold: proposed as leavers, and void as soon as a list speaks of them again. */
final class Proposals {

    private static final int AT_A_TIME = 4_000;

    private static final String LIVE = "('STAGED', 'WAITLISTED', 'SENT', 'ACTIVE')";

    /** Entries of the programme, {@code f} the row that brought the person in, {@code d} what is known now. */
    private static final String ENTRIES = " from entry e join drop_row f on f.row_id = e.row_id"
            + " join drop_row d on d.row_id = e.data_row_id where e.programme_no = ? and e.state in " + LIVE;

    /** Whether rows between two numbers speak of an entry's person: by NIK, or a rejected one by name and birth date. */
    private static final String PRESENT =
            " (exists (select 1 from drop_row r where r.nik = f.nik and r.row_id between ? and ?)"
                    + " or exists (select 1 from told_person t where t.nik = f.nik and t.row_id between ? and ?)"
                    + " or exists (select 1 from told_person t where t.birth_date = d.birth_date and t.match_key = d.match_key"
                    + " and t.match_key <> '' and t.row_id between ? and ?))";

    private final Register register;
    private final JournalOutbox journal;
    private final int programme;

    Proposals(Register register, JournalOutbox journal, int programme) {
        this.register = register;
        this.journal = journal;
        this.programme = programme;
    }

    private static Object[] within(int programme, long firstReceipt, long lastReceipt) {
        long first = RowId.first(firstReceipt);
        long last = RowId.last(lastReceipt);
        return new Object[] {programme, first, last, first, last, first, last};
    }

    long countLive() {
        return register.client()
                .sql("select count(*) from entry where programme_no = ? and state in " + LIVE)
                .param(programme)
                .query(Long.class)
                .single();
    }

    /** Live entries that the rows of those receipts do not speak of. */
    long countMissing(FullList list) {
        return register.client()
                .sql("select count(*)" + ENTRIES + " and not" + PRESENT)
                .params(within(programme, list.first(), list.last()))
                .query(Long.class)
                .single();
    }

    /** A later list of the programme speaks of the person: nothing is proposed any more. */
    void voidPresent(long receipt) {
        voidOpen(
                receipt,
                false,
                "select p.number from leaver_proposal p join entry e on e.row_id = p.entry_row_id and p.state = 'OPEN'"
                        + " join drop_row f on f.row_id = e.row_id join drop_row d on d.row_id = e.data_row_id"
                        + " where e.programme_no = ? and" + PRESENT,
                within(programme, receipt, receipt));
    }

    /** A later full list says anew who is not in it. */
    void voidAll(long receipt) {
        voidOpen(
                receipt,
                true,
                "select p.number from leaver_proposal p join entry e on e.row_id = p.entry_row_id"
                        + " where e.programme_no = ? and p.state = 'OPEN'",
                programme);
    }

    private void voidOpen(long receipt, boolean all, String which, Object... parameters) {
        List<Long> numbers = next(which, parameters);
        while (!numbers.isEmpty()) {
            setVoid(numbers, receipt, all);
            journal.add("proposals-void", Map.of("receipt", receipt, "all", all, "numbers", Ranges.of(numbers)));
            numbers = next(which, parameters);
        }
    }

    private List<Long> next(String which, Object... parameters) {
        return register.client()
                .sql(which + " order by p.number fetch first " + AT_A_TIME + " rows only")
                .params(parameters)
                .query(Long.class)
                .list();
    }

    void setVoid(List<Long> numbers, long receipt, boolean all) {
        register.jdbc()
                .batchUpdate(
                        "update leaver_proposal set state = 'VOID', voided_by = ?, voided_all = ? where number = ?",
                        numbers.stream()
                                .map(number -> new Object[] {receipt, all, number})
                                .toList());
    }

    /** Proposes everybody whom the list does not hold, in the order in which they came; gives how many. */
    long propose(FullList list, long receipt) {
        long before = register.lastGiven("proposal");
        Object[] parameters = new Object[9];
        parameters[0] = before;
        parameters[1] = list.first();
        System.arraycopy(within(programme, list.first(), list.last()), 0, parameters, 2, 7);
        long proposed = register.jdbc()
                .update(
                        "insert into leaver_proposal (number, list_no, entry_row_id, state)"
                                + " select cast(? as bigint) + row_number() over (order by e.row_id), cast(? as bigint),"
                                + " e.row_id, 'OPEN'" + ENTRIES + " and not" + PRESENT,
                        parameters);
        register.client()
                .sql("update counter set last_given = ? where name = 'proposal'")
                .param(before + proposed)
                .update();
        for (long first = before + 1; first <= before + proposed; first += AT_A_TIME) {
            record(list, receipt, first, Math.min(first + AT_A_TIME - 1, before + proposed));
        }
        return proposed;
    }

    private void record(FullList list, long receipt, long first, long last) {
        List<Long> rows = register.client()
                .sql("select entry_row_id from leaver_proposal where number between ? and ? order by number")
                .params(first, last)
                .query(Long.class)
                .list();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("receipt", receipt);
        facts.put("list", list.first());
        facts.put("first", first);
        facts.put("rows", Ranges.of(rows));
        journal.add("proposed", facts);
    }
}
