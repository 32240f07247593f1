package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.DISTRICT_UNKNOWN;

import id.jembatan.domain.Field;

/** The district is one of the regency's, in one of its spellings; not asked where the reference knows none. */
final class DistrictIsKnown implements Rule {
    private final KnownPlaces known;

    DistrictIsKnown(KnownPlaces known) {
        this.known = known;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        String name = subject.text(Field.DISTRICT);
        if (!name.isEmpty() && !known.isEmpty() && !known.has(name)) {
            findings.add(DISTRICT_UNKNOWN, known.nearestTo(name));
        }
    }
}
