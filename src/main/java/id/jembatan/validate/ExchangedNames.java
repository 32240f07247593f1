package id.jembatan.validate;

import id.jembatan.domain.Field;
import id.jembatan.domain.Sex;
import id.jembatan.domain.WorkerDraft;
import java.util.Optional;

/**
 * Whether a row shows that the name and the mother's name stand in each other's column: by his NIK the person is a man, a
 * woman's name stands in the column of the names, and a man's in that of the mothers. Of a woman's row nobody can tell.
 */
final class ExchangedNames {

    private ExchangedNames() {}

    static boolean showsIn(WorkerDraft draft) {
        String mother = draft.texts().get(Field.MOTHER_NAME);
        return !mother.isEmpty()
                && isMan(draft)
                && PersonalNames.sexOf(draft.texts().get(Field.NAME)).equals(Optional.of(Sex.FEMALE))
                && PersonalNames.sexOf(mother).equals(Optional.of(Sex.MALE));
    }

    /** By the NIK, and nothing in the row says otherwise. */
    private static boolean isMan(WorkerDraft draft) {
        Subject subject = Subject.of(draft);
        return subject.hasSixteenDigits()
                && !NikDate.of(subject.nik()).woman()
                && draft.sex().value().orElse(Sex.MALE) == Sex.MALE;
    }
}
