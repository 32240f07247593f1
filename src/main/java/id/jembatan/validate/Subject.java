package id.jembatan.validate;

import id.jembatan.domain.Field;
import id.jembatan.domain.WorkerDraft;

/**
 * The row that the rules look at.
 *
 * @param nik the NIK as a number, leading zeros lost; negative when it is not 16 digits
 */
record Subject(WorkerDraft draft, long nik) {
    static final int NIK_DIGITS = 16;
    private static final long NONE = -1;

    static Subject of(WorkerDraft draft) {
        String text = draft.nik().text();
        return new Subject(draft, isDigits(text, NIK_DIGITS) ? Long.parseLong(text) : NONE);
    }

    boolean hasSixteenDigits() {
        return nik >= 0;
    }

    String nikText() {
        return draft.nik().text();
    }

    String text(Field field) {
        return draft.texts().get(field);
    }

    /** Exactly so many ASCII digits. */
    static boolean isDigits(String text, int count) {
        return text.length() == count && leadingDigits(text) == count;
    }

    static int leadingDigits(String text) {
        int i = 0;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public String toString() {
        return draft.toString();
    }
}
