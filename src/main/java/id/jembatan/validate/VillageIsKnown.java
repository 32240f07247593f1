package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.VILLAGE_UNKNOWN;

import id.jembatan.domain.Field;

/** The village is one of the regency's, in one of its spellings; not asked where the reference knows none. */
final class VillageIsKnown implements Rule {
    private final KnownPlaces known;

    VillageIsKnown(KnownPlaces known) {
        this.known = known;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        String name = subject.text(Field.VILLAGE);
        if (!name.isEmpty() && !known.isEmpty() && !known.has(name)) {
            findings.add(VILLAGE_UNKNOWN, known.nearestTo(name));
        }
    }
}
