package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.FIELD_MISSING;

import id.jembatan.domain.Field;
import id.jembatan.domain.Finding;
import id.jembatan.domain.Programme;
import id.jembatan.domain.WorkerDraft;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the programme requires beside the fields that have rules of their own. The field is named, by its key, in the
 * finding.
 */
final class RequiredFieldsAreFilled implements Rule {
    private static final Set<Field> HAVE_THEIR_OWN = Set.of(Field.NIK, Field.NAME, Field.BIRTH_DATE, Field.WAGE);

    private final Set<Field> asked = EnumSet.noneOf(Field.class);

    RequiredFieldsAreFilled(Programme programme) {
        asked.addAll(programme.required());
        asked.removeAll(HAVE_THEIR_OWN);
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Field field : asked) {
            if (!isFilled(field, subject.draft())) {
                findings.add(Finding.of(FIELD_MISSING, field, field.key()));
            }
        }
    }

    /** An unreadable value has a finding of its own. A start date that cannot be read is none. */
    private static boolean isFilled(Field field, WorkerDraft draft) {
        return switch (field) {
            case SEX -> !draft.sex().isEmpty();
            case PHONE -> !draft.phone().isEmpty();
            case KPJ -> !draft.kpj().isEmpty();
            case BIRTH_PLACE_DATE -> draft.texts().has(Field.BIRTH_PLACE);
            case RT_RW -> draft.texts().has(Field.RT) || draft.texts().has(Field.RW);
            default -> draft.texts().has(field);
        };
    }
}
