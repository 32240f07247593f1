package id.jembatan.stage;

import id.jembatan.domain.EnrolmentLedger;
import id.jembatan.domain.EntryState;
import id.jembatan.domain.PlacedGroup;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RegencyCode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the register says of programmes as they stand: only reads. */
public final class StatusShelf {

    private final Register register;
    private final ProgrammeNumbers programmes;

    public StatusShelf(Register register) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
    }

    /** How many entries the programme has in each state. */
    public Map<EntryState, Long> countStates(ProgrammeKey programme) {
        Map<EntryState, Long> counts = new EnumMap<>(EntryState.class);
        programmes.find(programme).ifPresent(number -> register.client()
                .sql("select state, count(*) from entry where programme_no = ? group by state")
                .param(number)
                .query((row, i) -> counts.put(EntryState.valueOf(row.getString(1)), row.getLong(2)))
                .list());
        return counts;
    }

    /**
     * Live people of programmes that are not among these, by programme: whoever goes by the agreements does not see them.
     *
     * @param known the programmes of the agreements
     */
    public Map<ProgrammeKey, Long> countElsewhere(Set<ProgrammeKey> known) {
        Map<ProgrammeKey, Long> counts = new TreeMap<>(Comparator.comparing(ProgrammeKey::toString));
        register
                .client()
                .sql("select regency, id from programme")
                .query((row, i) -> new ProgrammeKey(new RegencyCode(row.getString(1)), row.getString(2)))
                .list()
                .stream()
                .filter(programme -> !known.contains(programme))
                .forEach(programme -> {
                    long live = countStates(programme).entrySet().stream()
                            .filter(count -> count.getKey().isLive())
                            .mapToLong(Map.Entry::getValue)
                            .sum();
                    if (live > 0) {
                        counts.put(programme, live);
                    }
                });
        return counts;
    }

    /** The people with a place in the programme, and those who had one and ended, by what they cost. */
    public void forEachPlaced(ProgrammeKey programme, Consumer<PlacedGroup> action) {
        programmes.find(programme).ifPresent(number -> PlacedGroups.forEach(register, number, action));
    }

    /** How many cases of the regency's rows wait for a person: see {@link DisputeShelf#listCases}. */
    public long countOpenCases(String regency) {
        return register.client().sql("""
                        select count(*) from claim_case c
                        join entry e on e.row_id = c.entry_row_id and e.state in ('STAGED', 'SENT', 'ACTIVE')
                        where c.state = 'OPEN' and c.regency = ?""").param(regency).query(Long.class).single();
    }

    /** How many reviews wait for a person in the regency. */
    public long countOpenReviews(String regency) {
        return register.client()
                .sql("select count(*) from review where regency = ? and closed = false")
                .param(regency)
                .query(Long.class)
                .single();
    }

    /** A number that grows with whatever is decided, received or sent: as long as it stays, so does what the register tells. */
    public long lastChange() {
        return register.lastGiven("journal");
    }

    /** Lets somebody look at the programme as whoever enrols it would; empty where nobody has entered it. */
    public <T> Optional<T> ask(ProgrammeKey programme, Function<EnrolmentLedger, T> question) {
        return programmes
                .find(programme)
                .map(number -> register.inTransaction(() -> question.apply(
                        new ProgrammeLedger(register, programmes, new JournalOutbox(register), number))));
    }
}
