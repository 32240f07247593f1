package id.jembatan.validate;

import id.jembatan.domain.Finding;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.RootCause;
import id.jembatan.domain.WorkerDraft;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which of a row's findings follow from a mistake that the whole list shares. */
public final class RootCauses {

    private RootCauses() {}

    /** Each finding that follows from a common mistake, with that mistake; the others are their own cause. */
    public static Map<FindingCode, RootCause> of(WorkerDraft draft, List<Finding> findings) {
        Map<FindingCode, RootCause> roots = new EnumMap<>(FindingCode.class);
        boolean beside = draft.shifted() || draft.displaced();
        for (Finding finding : findings) {
            if (beside) {
                roots.put(finding.code(), RootCause.ROWS_SHIFTED);
            } else {
                root(finding).ifPresent(root -> roots.put(finding.code(), root));
            }
        }
        return roots;
    }

    private static Optional<RootCause> root(Finding finding) {
        return switch (finding.code()) {
            case BIRTH_DATE_MONTH_FIRST, BIRTH_DATE_ORDER_DOUBTFUL -> Optional.of(RootCause.MONTH_FIRST_COLUMN);
            case NIK_BIRTH_DATE ->
                finding.detail().equals(NationalIdAgreesWithBirthDate.SWAPPED)
                        ? Optional.of(RootCause.MONTH_FIRST_COLUMN)
                        : Optional.empty();
            case NIK_ROUNDED, NIK_AS_NUMBER -> Optional.of(RootCause.NIK_COLUMN_OF_NUMBERS);
            case NIK_KPJ_SWAPPED -> Optional.of(RootCause.NIK_AND_KPJ_EXCHANGED);
            default -> Optional.empty();
        };
    }
}
