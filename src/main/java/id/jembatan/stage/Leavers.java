package id.jembatan.stage;

import id.jembatan.domain.DropId;
import id.jembatan.domain.EndReason;
import id.jembatan.domain.EndedByHand;
import id.jembatan.domain.EntryState;
import id.jembatan.domain.LeaverProposal;
import id.jembatan.domain.Leaving;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.ProgrammeKey;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** People who leave a programme because somebody says so, and not a list of the regency's. */
public final class Leavers {

    private static final String LIVE = "state in ('STAGED', 'WAITLISTED', 'SENT', 'ACTIVE')";

    /**
     * Whose day has come; parameter: the day. The lower bound is for H2, which else goes through all that have no day:
     * nulls stand first in its index.
     */
    static final String DUE = "leaves_on between date '1900-01-01' and ?";

    /** Parameters: the day, why, the list that says so. */
    private static final String NOW = "state = 'ENDED', ended_from = state, ended_on = ?, end_reason = ?,"
            + " left_by = cast(? as bigint), leaves_on = null, leave_reason = null";

    private static final String TO_COME = "leaves_on = ?, leave_reason = ?, left_by = cast(? as bigint)";

    /** Proposals that wait, and their entries. */
    private static final String OPEN =
            " from leaver_proposal p join entry e on e.row_id = p.entry_row_id" + " and p.state = 'OPEN' and e." + LIVE;

    private final Register register;
    private final ProgrammeNumbers programmes;
    private final JournalOutbox journal;

    public Leavers(Register register) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
        this.journal = new JournalOutbox(register);
    }

    /**
     * Ends one person's entry, now or on a day to come.
     *
     * @param today up to which a day has come
     * @param by who says so
     */
    public EndedByHand end(ProgrammeKey programme, NationalId nik, Leaving leaving, LocalDate today, String by) {
        return register.inTransaction(() -> {
            register.takeTurn();
            Optional<Integer> number = programmes.find(programme);
            if (number.isEmpty() || !isKnown(number.get(), nik)) {
                return EndedByHand.NOT_ENROLLED;
            }
            Optional<Long> live = findLive(number.get(), nik);
            if (live.isEmpty()) {
                return EndedByHand.ENDED_BEFORE;
            }
            boolean now = !leaving.on().isAfter(today);
            end(live.get(), leaving, now);
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("programme", programme.toString());
            facts.put("row", live.get());
            facts.put("on", leaving.on().toString());
            facts.put("reason", leaving.reason().name());
            facts.put("now", now);
            facts.put("by", by);
            journal.add("ended", facts);
            return now ? EndedByHand.ENDED : EndedByHand.TO_END;
        });
    }

    /**
     * Ends everybody who was to leave on a day that has come: nobody else has to wait for the night to take the place
     * that somebody has left.
     *
     * @param today up to which a day has come
     * @return how many there were
     */
    public long endDue(LocalDate today) {
        if (listDue(today).isEmpty()) {
            return 0;
        }
        return register.inTransaction(() -> {
            register.takeTurn();
            long people = 0;
            for (int programme : listDue(today)) {
                people += new ProgrammeLedger(register, programmes, journal, programme).endLeaving(today);
            }
            return people;
        });
    }

    private List<Integer> listDue(LocalDate today) {
        return register.client()
                .sql("select distinct programme_no from entry where " + DUE + " and " + LIVE + " order by programme_no")
                .param(today)
                .query(Integer.class)
                .list();
    }

    /** Shows every proposal that waits for the operator, in the order of their numbers; one whose entry has ended does not. */
    public void forEachProposal(Consumer<LeaverProposal> action) {
        register.jdbc()
                .query(
                        "select p.number, l.drop_id, e.programme_no, f.nik, e.state" + OPEN
                                + " join drop_row f on f.row_id = e.row_id join drop_log l on l.receipt = p.list_no"
                                + " order by p.number",
                        row -> {
                            action.accept(new LeaverProposal(
                                    row.getLong(1),
                                    new DropId(row.getString(2)),
                                    programmes.keyOf(row.getInt(3)),
                                    new NationalId(row.getLong(4)),
                                    EntryState.valueOf(row.getString(5))));
                        });
    }

    /** How many proposals wait for the operator, by programme and drop. */
    public List<Proposed> listProposed() {
        return register.client()
                .sql("select e.programme_no, l.drop_id, count(*)" + OPEN
                        + " join drop_log l on l.receipt = p.list_no"
                        + " group by e.programme_no, p.list_no, l.drop_id order by p.list_no")
                .query((row, i) -> new Proposed(programmes.keyOf(row.getInt(1)), row.getString(2), row.getLong(3)))
                .list();
    }

    /**
     * People whom a full list did not hold and of whom nobody has said what becomes.
     *
     * @param drop the id of the list
     */
    public record Proposed(ProgrammeKey programme, String drop, long people) {}

    /**
     * Ends everybody whom the list did not hold and who is still proposed.
     *
     * @param listNo the first receipt of the list
     * @param on the last day of all of them
     * @return how many there were
     */
    public long confirm(long listNo, LocalDate on, LocalDate today, String by) {
        return register.inTransaction(() -> {
            register.takeTurn();
            boolean now = !on.isAfter(today);
            long people = confirm(listNo, on, now);
            if (people > 0) {
                Map<String, Object> facts = new LinkedHashMap<>();
                facts.put("list", listNo);
                facts.put("on", on.toString());
                facts.put("now", now);
                facts.put("people", people);
                facts.put("by", by);
                journal.add("leavers-confirmed", facts);
            }
            return people;
        });
    }

    long confirm(long listNo, LocalDate on, boolean now) {
        int people = register.client()
                .sql(
                        "merge into leaver_proposal p using (select row_id, leaves_on, leave_reason, left_by from entry where "
                                + LIVE + ") e on p.entry_row_id = e.row_id and p.list_no = ? and p.state = 'OPEN'"
                                + " when matched then update set state = 'CONFIRMED', before_on = e.leaves_on,"
                                + " before_reason = e.leave_reason, before_by = e.left_by")
                .param(listNo)
                .update();
        if (people == 0) {
            return 0;
        }
        new Moments(register).noteConfirmed(listNo);
        String set = now ? NOW : TO_COME;
        register.client()
                .sql("update entry set " + set + " where " + LIVE + " and row_id in (select p.entry_row_id"
                        + " from leaver_proposal p where p.list_no = ? and p.state = 'CONFIRMED')")
                .params(on, EndReason.NOT_IN_LIST.name(), listNo, listNo)
                .update();
        return people;
    }

    /**
     * The operator says that the person stays.
     *
     * @return whether that was still asked
     */
    public boolean keep(long number, String by) {
        return register.inTransaction(() -> {
            register.takeTurn();
            boolean kept = keep(number);
            if (kept) {
                journal.add("leaver-kept", Map.of("number", number, "by", by));
            }
            return kept;
        });
    }

    boolean keep(long number) {
        return register.client()
                        .sql("update leaver_proposal set state = 'KEPT' where number = ? and state = 'OPEN'"
                                + " and entry_row_id in (select e.row_id from entry e where e." + LIVE + ")")
                        .param(number)
                        .update()
                == 1;
    }

    private boolean isKnown(int programme, NationalId nik) {
        return register.client()
                .sql("select exists (select 1 from drop_row f join entry e on e.row_id = f.row_id"
                        + " where f.nik = ? and e.programme_no = ?)")
                .params(nik.value(), programme)
                .query(Boolean.class)
                .single();
    }

    private Optional<Long> findLive(int programme, NationalId nik) {
        return register.client()
                .sql("select e.row_id from drop_row f join entry e on e.row_id = f.row_id"
                        + " where f.nik = ? and e.programme_no = ? and e." + LIVE)
                .params(nik.value(), programme)
                .query(Long.class)
                .optional();
    }

    /** By the row that brought the person in. */
    void end(long entryRowId, Leaving leaving, boolean now) {
        register.client()
                .sql("update entry set " + (now ? NOW : TO_COME) + " where row_id = ? and " + LIVE)
                .params(leaving.on(), leaving.reason().name(), null, entryRowId)
                .update();
    }
}
