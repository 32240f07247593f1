package id.jembatan.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * All regencies and their programmes, in order of their codes.
 *
 * @param comparing whether the regencies have agreed that their people are held against each other's
 */
public record Agreements(List<Regency> regencies, boolean comparing) {

    /** Of regencies that compare. */
    public Agreements(List<Regency> regencies) {
        this(regencies, true);
    }

    public Agreements {
        regencies = List.copyOf(regencies);
    }

    public Optional<Regency> findRegency(RegencyCode code) {
        return regencies.stream().filter(regency -> regency.code().equals(code)).findFirst();
    }

    /** By the name of its folder, {@code 9203-fakfak}. */
    public Optional<Regency> findRegencyByFolder(String folder) {
        return regencies.stream()
                .filter(regency -> regency.folder().equals(folder))
                .findFirst();
    }

    public Optional<Programme> findProgramme(ProgrammeKey key) {
        return findRegency(key.regency()).flatMap(regency -> regency.findProgramme(key.id()));
    }

    public Regency getRegency(RegencyCode code) {
        return findRegency(code).orElseThrow(() -> new NoSuchElementException("no regency " + code));
    }

    public Programme getProgramme(ProgrammeKey key) {
        return findProgramme(key).orElseThrow(() -> new NoSuchElementException("no programme " + key));
    }

    /** Every programme of every regency, in the files' order. */
    public List<Programme> listProgrammes() {
        return regencies.stream()
                .flatMap(regency -> regency.programmes().stream())
                .toList();
    }

    /** The same, with this programme in the place of the one of that name. */
    public Agreements withProgramme(Programme programme) {
        return new Agreements(
                regencies.stream()
                        .map(regency -> regency.code().equals(programme.key().regency())
                                ? regency.withProgramme(programme)
                                : regency)
                        .toList(),
                comparing);
    }

    /** The same, and behind them the regencies and programmes that only the others know. */
    public Agreements completedBy(Agreements others) {
        List<Regency> completed = new ArrayList<>();
        for (Regency regency : regencies) {
            completed.add(
                    others.findRegency(regency.code()).map(regency::completedBy).orElse(regency));
        }
        others.regencies().stream()
                .filter(other -> findRegency(other.code()).isEmpty())
                .forEach(completed::add);
        completed.sort(Comparator.comparing(Regency::code));
        return new Agreements(completed, comparing);
    }

    /** The same, where nobody is held against another regency's people. */
    public Agreements withoutComparing() {
        return new Agreements(regencies, false);
    }

    /** A programme that may cover somebody of that regency; none of another regency where they do not compare. */
    public Optional<Programme> findCovering(RegencyCode regency, ProgrammeKey key) {
        return comparing || key.regency().equals(regency) ? findProgramme(key) : Optional.empty();
    }
}
