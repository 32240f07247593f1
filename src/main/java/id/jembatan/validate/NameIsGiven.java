package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.NAME_MISSING;

import id.jembatan.domain.Field;

/** Nobody is enrolled without a name. */
final class NameIsGiven implements Rule {

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.text(Field.NAME).isEmpty()) {
            findings.add(NAME_MISSING);
        }
    }
}
