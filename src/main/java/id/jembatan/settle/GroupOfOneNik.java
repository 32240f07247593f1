package id.jembatan.settle;

import id.jembatan.domain.Fingerprint;
import id.jembatan.domain.GroupDecision;
import id.jembatan.domain.GroupDecision.Kind;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.SettlementLedger;
import id.jembatan.domain.Standing;
import id.jembatan.domain.Worker;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides for one NIK at a time what its rows in a drop are (SPEC section 6): first whether a person must look, then
 * whether the programme knows the person already, then whether somebody else protects them. Not thread-safe.
 */
final class GroupOfOneNik implements SettlementLedger.GroupJudge {

    private final Programme programme;
    private final LocalDate day;
    private final Function<ProgrammeKey, Optional<Programme>> programmes;
    private final CaseNumbers cases;

    private Optional<NationalId> nik = Optional.empty();
    private Optional<Worker> first = Optional.empty();
    private List<Standing> standings = List.of();
    private boolean needsPerson;
    private KnownPersons persons = new KnownPersons(Set.of());

    /** The number under which an entry of another regency is named to this one. */
    @FunctionalInterface
    interface CaseNumbers {

        long of(NationalId nik, long entryRowId);
    }

    GroupOfOneNik(
            Programme programme,
            LocalDate day,
            Function<ProgrammeKey, Optional<Programme>> programmes,
            CaseNumbers cases) {
        this.programme = programme;
        this.day = day;
        this.programmes = programmes;
        this.cases = cases;
    }

    @Override
    public void begin(NationalId begun, List<Standing> known, boolean reviewOpen, Set<Fingerprint> owners) {
        persons = new KnownPersons(owners);
        nik = Optional.of(begun);
        first = Optional.empty();
        standings = known;
        needsPerson = reviewOpen;
    }

    @Override
    public void row(Worker worker) {
        if (first.isEmpty()) {
            first = Optional.of(worker);
        } else if (!persons.isSame(first.get(), worker)) {
            needsPerson = true;
        }
        for (Standing standing : standings) {
            needsPerson |= isOurs(standing) && concerns(standing) && !persons.isSame(standing.worker(), worker);
        }
    }

    @Override
    public GroupDecision end() {
        if (needsPerson) {
            return GroupDecision.REVIEW;
        }
        Worker worker = first.orElseThrow();
        Optional<Standing> here = standings.stream()
                .filter(standing -> standing.programme().equals(programme.key()))
                .findFirst();
        if (here.isPresent()) {
            boolean nothingNew = WhatIsNew.fields(here.get().worker(), worker).isEmpty();
            return new GroupDecision(
                    nothingNew ? Kind.UNCHANGED : Kind.UPDATED, here.get().rowId(), "");
        }
        return covering(true)
                .map(standing -> GroupDecision.covered(standing.programme().toString()))
                .or(() -> covering(false)
                        .map(standing ->
                                GroupDecision.covered("case:" + cases.of(nik.orElseThrow(), standing.rowId()))))
                .orElse(GroupDecision.NEW);
    }

    /** The earliest entry that protects the person elsewhere in the same months. */
    private Optional<Standing> covering(boolean inOurRegency) {
        return standings.stream()
                .filter(standing -> isOurs(standing) == inOurRegency)
                .filter(standing -> standing.state().isPlaced())
                .filter(this::concerns)
                .filter(standing -> !programme.overlapAllowed() && !allowsOverlap(standing))
                .findFirst();
    }

    private boolean isOurs(Standing standing) {
        return standing.programme().regency().equals(programme.key().regency());
    }

    /** The same programme, or one that protects in some of the same months. */
    private boolean concerns(Standing standing) {
        return standing.programme().equals(programme.key())
                || programmes
                        .apply(standing.programme())
                        .filter(other -> programme.overlaps(other, day))
                        .isPresent();
    }

    private boolean allowsOverlap(Standing standing) {
        return programmes
                .apply(standing.programme())
                .filter(Programme::overlapAllowed)
                .isPresent();
    }
}
