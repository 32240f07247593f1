package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.NIK_MISSING;

/** Without a NIK nobody can be enrolled; villages write 0 where there is none yet. */
final class NationalIdIsGiven implements Rule {

    @Override
    public void check(Subject subject, Findings findings) {
        String nik = subject.nikText();
        if (nik.isEmpty() || nik.equals("0")) {
            findings.add(NIK_MISSING);
        }
    }
}
