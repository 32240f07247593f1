package id.jembatan.domain;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may sign in at the console, and what they may see there.
 *
 * @param name as it is typed and as it stands in the audit trail
 * @param regency whose staff they are; empty for operators and auditors
 * @param programmes of an agency: the ids that it is named for; empty for everybody else
 * @param version another number after each change: a session of an earlier one is over
 */
public record Account(String name, Role role, Optional<RegencyCode> regency, Set<String> programmes, long version) {

    private static final String NAME = "[a-z0-9][a-z0-9._-]{1,39}";

    public Account {
        if (!isName(name)) {
            throw new IllegalArgumentException("a name is 2 to 40 of a-z, 0-9, dot, dash and underscore");
        }
        boolean local = role == Role.REGENCY || role == Role.AGENCY;
        if (local != regency.isPresent()) {
            throw new IllegalArgumentException(role + (local ? " is of a regency" : " is of no regency"));
        }
        if ((role == Role.AGENCY) == programmes.isEmpty()) {
            throw new IllegalArgumentException("an agency, and only an agency, is named for programmes");
        }
        programmes = Set.copyOf(programmes);
    }

    /** Whether somebody can be called so. */
    public static boolean isName(String text) {
        return text.matches(NAME);
    }

    /** Whether everything of every regency is shown. */
    public boolean isSeeingAll() {
        return role == Role.OPERATOR || role == Role.AUDITOR;
    }

    /** Whether what is of the whole regency is shown: its counts, its files in no programme's folder. */
    public boolean isSeeing(RegencyCode code) {
        return isSeeingAll()
                || (role == Role.REGENCY && regency.filter(code::equals).isPresent());
    }

    /** Whether what is of the programme is shown. */
    public boolean isSeeing(ProgrammeKey programme) {
        return isSeeing(programme.regency())
                || (regency.filter(programme.regency()::equals).isPresent() && programmes.contains(programme.id()));
    }

    /** Whether the drop is shown: by its programme, else by its regency, else to who sees all. */
    public boolean isSeeing(Receipt receipt) {
        if (receipt.programme().isPresent()) {
            return isSeeing(receipt.programme().get());
        }
        return receipt.regency().map(this::isSeeing).orElse(isSeeingAll());
    }

    /** Whether files may be put into the programme's folder. */
    public boolean isDropping(ProgrammeKey programme) {
        return role != Role.AUDITOR && isSeeing(programme);
    }

    /** Whether what waits for a person may be looked at, both sides. */
    public boolean isSeeingReviews() {
        return isSeeingAll();
    }

    /** Whether it may be decided. */
    public boolean isDeciding() {
        return role == Role.OPERATOR;
    }

    /** The programmes in an order that stays. */
    public Set<String> orderedProgrammes() {
        return new TreeSet<>(programmes);
    }

    @Override
    public String toString() {
        return name + " " + role;
    }
}
