package id.jembatan.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * What a purge may remove.
 *
 * @param programmes that are over for longer than they keep their people
 * @param nobodysUntil files received until that day go if nobody came in by them: refused, practised, set aside, or with
 *     rejected rows alone
 */
public record PastRetention(List<ProgrammeKey> programmes, LocalDate nobodysUntil) {

    public PastRetention {
        programmes = List.copyOf(programmes);
    }
}
