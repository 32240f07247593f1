package id.jembatan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A numbered, frozen set of people sent to a branch (SPEC section 8).
 *
 * @param number {@code <code>-<programme>-<yyyymmdd>-<nn>}
 * @param day the business date it was frozen under
 * @param months from its month to the programme's end
 * @param people how many lines it has
 * @param monthly the sum of the lines' monthly contributions
 * @param total the sum to the programme's end, each month at its own rate
 * @param places how full the programme was with it; empty where that was not noted
 * @param previousManifestSha256 of the branch's manifest before this one; empty for the first
 */
public record Batch(
        String number,
        Kind kind,
        Regency regency,
        Programme programme,
        LocalDate day,
        int months,
        long people,
        Contribution monthly,
        BigDecimal total,
        Optional<PlacesTaken> places,
        Optional<String> previousManifestSha256) {

    /** What the branch shall do with it. */
    public enum Kind {
        NEW("new"),
        CHANGE("change"),
        END("end"),
        RESEND("resend");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /** The name of a line in files and answers: {@code <batch>/<no>}. */
    public String ref(EnrolmentLine line) {
        return line.ref().map(LineRef::toString).orElseGet(() -> number + "/" + line.number());
    }
}
