package id.jembatan.domain;

import java.util.Optional;

/**
 * What the proof of the agreements says of one programme or regency.
 *
 * @param programme empty when it is about the regency
 * @param severity WARNING: somebody must look at it; INFO: how the reckoning comes out
 * @param text in the reader's language
 */
public record AgreementRemark(
        RegencyCode regency, Optional<ProgrammeKey> programme, Severity severity, Kind kind, String text) {

    /** What it is about. */
    public enum Kind {
        BUDGET_SHORT(Severity.WARNING),
        BUDGET_COVERS(Severity.INFO),
        BUDGET_WITHOUT_QUOTA(Severity.INFO),
        QUOTA_WITHOUT_BUDGET(Severity.INFO),
        WAGES_DECIDE(Severity.INFO),
        CODE_UNKNOWN(Severity.WARNING),
        NAME_DIFFERS(Severity.WARNING);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }
    }

    public AgreementRemark(RegencyCode regency, Optional<ProgrammeKey> programme, Kind kind, String text) {
        this(regency, programme, kind.severity, kind, text);
    }

    public boolean isWarning() {
        return severity == Severity.WARNING;
    }
}
