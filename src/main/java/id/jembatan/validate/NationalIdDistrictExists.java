package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.NIK_DISTRICT;

/** Digits 1 to 6 are the district of first registration. Not asked where the reference has no district of that regency. */
final class NationalIdDistrictExists implements Rule {
    private final AreaCodes areas;

    NationalIdDistrictExists(AreaCodes areas) {
        this.areas = areas;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        int district = (int) (subject.nik() / 10_000_000_000L);
        if (subject.hasSixteenDigits() && areas.hasDistricts(district / 100) && !areas.isDistrict(district)) {
            String code = subject.nikText().substring(0, 6);
            findings.add(NIK_DISTRICT, "DISTRICT " + code + " " + code.substring(4) + " " + code.substring(0, 4));
        }
    }
}
