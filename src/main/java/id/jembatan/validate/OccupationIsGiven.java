package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.OCCUPATION_MISSING;

import id.jembatan.domain.Field;

/** Whoever is to be protected at work works at something; asked only where the list has the column. */
final class OccupationIsGiven implements Rule {

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.text(Field.OCCUPATION).isEmpty() && subject.draft().table().has(Field.OCCUPATION)) {
            findings.add(OCCUPATION_MISSING);
        }
    }
}
