package id.jembatan.pipeline;

import id.jembatan.domain.EndReason;
import id.jembatan.domain.EndedByHand;
import id.jembatan.domain.Leaving;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Regency;
import id.jembatan.stage.Leavers;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends one person in one programme, because the operator says so (SPEC section 6, Leavers). */
public final class EndPerson {

    private static final Logger LOG = LoggerFactory.getLogger(EndPerson.class);

    private final House house;

    public EndPerson(House house) {
        this.house = house;
    }

    /**
     * What was done.
     *
     * @param leaving when and why, as it was asked for
     */
    public record Done(EndedByHand result, Leaving leaving) {}

    /** The NIK as a person types it, blanks, dots and dashes apart; empty when it is none. */
    public static Optional<NationalId> parse(String typed) {
        String digits = typed.replaceAll("[\\s\\p{Z}\\p{Cf}.'-]", "");
        return digits.matches("[1-9][0-9]{15}")
                ? Optional.of(new NationalId(Long.parseLong(digits)))
                : Optional.empty();
    }

    /**
     * Ends the person; it is in the journal when this returns.
     *
     * @param reason in the office's words
     * @param on empty for today
     * @param by who asks for it
     */
    public Done end(ProgrammeKey programme, NationalId nik, String reason, Optional<LocalDate> on, String by)
            throws IOException {
        Regency regency = house.rules().agreements().getRegency(programme.regency());
        LocalDate today = house.clock().today(regency.zone());
        EndReason known = house.rules().reasons().of(reason);
        Leaving leaving = new Leaving(on.orElse(today), known);
        EndedByHand result = new Leavers(house.register()).end(programme, nik, leaving, today, by);
        house.journal().bringUpToDate();
        LOG.info("{}: one person by hand: {}", programme, result);
        return new Done(result, leaving);
    }
}
