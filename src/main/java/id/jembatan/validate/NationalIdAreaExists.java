package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.NIK_AREA;

/** Digits 1 to 4 are the regency of first registration, by any vintage of the area codes (PP 40/2019 article 30). */
final class NationalIdAreaExists implements Rule {
    private final AreaCodes areas;

    NationalIdAreaExists(AreaCodes areas) {
        this.areas = areas;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        int regency = (int) (subject.nik() / 1_000_000_000_000L);
        if (subject.hasSixteenDigits() && !areas.isRegency(regency)) {
            String code = subject.nikText().substring(0, 4);
            findings.add(
                    NIK_AREA,
                    areas.isProvince(regency / 100)
                            ? "REGENCY " + code + " " + code.substring(0, 2)
                            : "PROVINCE " + code.substring(0, 2));
        }
    }
}
