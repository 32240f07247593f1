package id.jembatan.intake;

import id.jembatan.domain.Agreements;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Regency;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whose folder a file lies in: {@code drop/<code>-<slug>/<programme>/…}; a sub-folder belongs to the programme.
 *
 * @param regency empty outside every regency's folder
 * @param programme empty outside every programme's folder
 * @param leavers whether it is a list of people who leave, in {@code berhenti/}, however an office writes that: taken as
 *     an ordinary list, a list of the dead would enrol them
 */
public record DropPlace(Optional<Regency> regency, Optional<Programme> programme, boolean leavers) {

    private static final String LEAVERS = "berhenti";

    /**
     * The place of a file.
     *
     * @param path relative to {@code drop/}, the file's name included
     */
    public static DropPlace of(Path path, Agreements agreements) {
        Optional<Regency> regency = path.getNameCount() > 1
                ? agreements.findRegencyByFolder(path.getName(0).toString())
                : Optional.empty();
        Optional<Programme> programme = path.getNameCount() > 2
                ? regency.flatMap(it -> it.findProgramme(path.getName(1).toString()))
                : Optional.empty();
        boolean leavers = programme.isPresent()
                && path.getNameCount() > 3
                && path.getName(2).toString().equalsIgnoreCase(LEAVERS);
        return new DropPlace(regency, programme, leavers);
    }
}
