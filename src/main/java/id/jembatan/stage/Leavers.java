package id.jembatan.stage;

import id.jembatan.domain.EndedByHand;
import id.jembatan.domain.Leaving;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.ProgrammeKey;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** People who leave a programme because somebody says so, and not a list of the regency's. */
public final class Leavers {

    private static final String LIVE = "state in ('STAGED', 'WAITLISTED', 'SENT', 'ACTIVE')";

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
        String set = now
                ? "state = 'ENDED', ended_on = ?, end_reason = ?, leaves_on = null, leave_reason = null"
                : "leaves_on = ?, leave_reason = ?";
        register.client()
                .sql("update entry set " + set + " where row_id = ? and " + LIVE)
                .params(leaving.on(), leaving.reason().name(), entryRowId)
                .update();
    }
}
