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
        boolean turned = findings.stream().anyMatch(RootCauses::isTurnedRound);
        for (Finding finding : findings) {
            if (beside) {
                roots.put(finding.code(), RootCause.ROWS_SHIFTED);
            } else {
                root(finding, turned).ifPresent(root -> roots.put(finding.code(), root));
            }
        }
        return roots;
    }

    /** A common mistake of which no finding of the row speaks: each cell by itself is in order. */
    public static Optional<RootCause> shownWithoutFinding(WorkerDraft draft) {
        return !draft.shifted() && !draft.displaced() && ExchangedNames.showsIn(draft)
                ? Optional.of(RootCause.NAME_AND_MOTHER_EXCHANGED)
                : Optional.empty();
    }

    /** A doubtful date is written month first only where the NIK says so: whoever agrees with the NIK is in order. */
    private static Optional<RootCause> root(Finding finding, boolean turned) {
        return switch (finding.code()) {
            case BIRTH_DATE_MONTH_FIRST -> Optional.of(RootCause.MONTH_FIRST_DATES);
            case BIRTH_DATE_ORDER_DOUBTFUL, NIK_BIRTH_DATE ->
                turned ? Optional.of(RootCause.MONTH_FIRST_DATES) : Optional.empty();
            case NIK_ROUNDED -> Optional.of(RootCause.NIKS_AS_NUMBERS);
            case NIK_SCIENTIFIC -> Optional.of(RootCause.NIKS_SHORTENED);
            case NIK_NOT_DIGITS -> notDigits(finding.detail());
            case NIK_LENGTH ->
                finding.detail().equals(NationalIdHasSixteenDigits.AS_LONG_AS_KPJ)
                        ? Optional.of(RootCause.KPJS_AS_NIKS)
                        : Optional.empty();
            case NIK_IS_FAMILY_CARD -> Optional.of(RootCause.FAMILY_CARDS_AS_NIKS);
            case NIK_KPJ_SWAPPED -> Optional.of(RootCause.NIK_AND_KPJ_EXCHANGED);
            default -> Optional.empty();
        };
    }

    private static Optional<RootCause> notDigits(String damage) {
        return switch (damage) {
            case NationalIdIsDigits.MASKED -> Optional.of(RootCause.NIKS_MASKED);
            case NationalIdIsDigits.LAST_DIGIT_LOST -> Optional.of(RootCause.LAST_DIGITS_OPEN);
            default -> Optional.empty();
        };
    }

    private static boolean isTurnedRound(Finding finding) {
        return finding.code() == FindingCode.NIK_BIRTH_DATE
                && finding.detail().equals(NationalIdAgreesWithBirthDate.SWAPPED);
    }
}
