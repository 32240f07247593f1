package id.jembatan.settle;

import id.jembatan.domain.Fingerprint;
import id.jembatan.domain.SettlementLedger;
import id.jembatan.domain.Standing;
import id.jembatan.domain.Worker;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a review has nothing left to decide: its rows and the live entries of its NIK in the regency are one person, or
 * no row is left (SPEC section 6). Not thread-safe.
 */
final class OnePerson implements SettlementLedger.ReviewJudge {

    private List<Standing> standings = List.of();
    private Optional<Worker> first = Optional.empty();
    private boolean differ;
    private KnownPersons persons = new KnownPersons(Set.of());

    @Override
    public void begin(List<Standing> live, Set<Fingerprint> owners) {
        persons = new KnownPersons(owners);
        standings = live;
        first = Optional.empty();
        differ = false;
    }

    @Override
    public void row(Worker worker) {
        differ |= first.filter(known -> !persons.isSame(known, worker)).isPresent();
        for (Standing standing : standings) {
            differ |= !persons.isSame(standing.worker(), worker);
        }
        first = first.or(() -> Optional.of(worker));
    }

    @Override
    public boolean isOver() {
        return !differ;
    }
}
