package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.NIK_ROUNDED;

import id.jembatan.domain.Field;
import id.jembatan.domain.RepairRef;
import id.jembatan.domain.WorkerDraft;

/**
 * A double keeps 15 digits of a decimal number and every whole number up to 2^53; of 16 digits the last may be another
 * than was typed, and is 0 when Excel cut it off.
 */
final class NationalIdIsExact implements Rule {
    private static final long LARGEST_EXACT = 1L << 53;

    @Override
    public void check(Subject subject, Findings findings) {
        if (!subject.hasSixteenDigits()) {
            return;
        }
        WorkerDraft draft = subject.draft();
        boolean endsInZero = subject.nik() % 10 == 0;
        if (draft.nik().inexact() && (endsInZero || subject.nik() > LARGEST_EXACT)) {
            findings.add(NIK_ROUNDED, endsInZero ? "ENDS_IN_0" : "ABOVE_2_53");
        } else if (endsInZero && draft.habits().nikColumnRounded() && !isSentBack(subject)) {
            findings.add(NIK_ROUNDED, "COLUMN");
        }
    }

    /** The last digit of such a row was asked for and typed: 0 is as good as any. */
    private static boolean isSentBack(Subject subject) {
        return RepairRef.parse(subject.text(Field.REPAIR_REF)).isPresent();
    }
}
