package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.NIK_FILLER;

/** Villages write one digit 16 times, or count up, where there is no NIK yet; importing such a key merges people. */
final class NationalIdIsNoFiller implements Rule {
    private static final long ALL_ONES = 1_111_111_111_111_111L;
    private static final long COUNTED_UP = 1_234_567_890_123_456L;

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.hasSixteenDigits() && subject.nik() % ALL_ONES == 0) {
            findings.add(NIK_FILLER, "ONE_DIGIT " + subject.nik() / ALL_ONES);
        } else if (subject.nik() == COUNTED_UP) {
            findings.add(NIK_FILLER, "COUNTED_UP");
        }
    }
}
