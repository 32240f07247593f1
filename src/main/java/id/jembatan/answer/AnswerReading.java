package id.jembatan.answer;

import id.jembatan.domain.AnswerReason;
import id.jembatan.domain.AnswerRow;
import id.jembatan.domain.AnswerVerdict;
import id.jembatan.domain.Field;
import id.jembatan.domain.LineRef;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.WorkerDraft;
import java.util.Optional;
import java.util.OptionalLong;

/** What one row of an answer file says (SPEC section 9). Nothing is guessed: what cannot be read makes the row invalid. */
public final class AnswerReading {

    private static final int NIK_DIGITS = 16;
    private static final int KPJ_DIGITS = 11;
    private static final long LARGEST_EXACT = 1L << 53;
    private static final int LONGEST_REASON = 1_000;

    private final AnswerWords words;

    public AnswerReading(AnswerWords words) {
        this.words = words;
    }

    /**
     * Reads one row.
     *
     * @param position among all rows of the file, from 1
     * @param draft the same row, written as the house writes it
     */
    public AnswerRow read(long position, RawRow row, WorkerDraft draft) {
        Optional<LineRef> ref = LineRef.parse(draft.texts().get(Field.LINE_REF));
        String nik = draft.nik().text();
        String kpj = draft.kpj().value().orElse("");
        boolean exchanged = isDigits(nik, KPJ_DIGITS) && isDigits(kpj, NIK_DIGITS);
        String person = exchanged ? kpj : nik;
        String number = exchanged ? nik : kpj;
        OptionalLong known = nik(person, !exchanged && draft.nik().inexact());
        Optional<AnswerRow.Rounded> rounded =
                ref.isEmpty() && known.isEmpty() && !exchanged ? rounded(person, draft.matchKey()) : Optional.empty();
        String status = draft.texts().get(Field.STATUS);
        Optional<AnswerVerdict> verdict = words.verdict(status);
        boolean accepted = verdict.filter(AnswerVerdict::isAccepted).isPresent();
        Optional<AnswerReason> invalid = ref.isEmpty() && person.isEmpty()
                ? Optional.of(AnswerReason.NO_REF_NO_NIK)
                : ref.isEmpty() && known.isEmpty() && rounded.isEmpty()
                        ? Optional.of(AnswerReason.NIK_UNREADABLE)
                        : verdict.isEmpty()
                                ? Optional.of(
                                        status.isEmpty() ? AnswerReason.STATUS_MISSING : AnswerReason.STATUS_UNREADABLE)
                                : accepted && !isDigits(number, KPJ_DIGITS)
                                        ? Optional.of(
                                                number.isEmpty() && !draft.kpj().isUnreadable()
                                                        ? AnswerReason.KPJ_MISSING
                                                        : AnswerReason.KPJ_UNREADABLE)
                                        : Optional.empty();
        return new AnswerRow(
                position,
                row.sheet(),
                row.row(),
                ref,
                known,
                rounded,
                invalid.isPresent() ? Optional.empty() : verdict,
                invalid.isEmpty() && accepted ? Optional.of(number) : Optional.empty(),
                verdict.filter(AnswerVerdict.REFUSED::equals).isPresent() ? why(draft) : "",
                invalid.or(() -> exchanged ? Optional.of(AnswerReason.NIK_KPJ_EXCHANGED) : Optional.empty()));
    }

    /** A number that has been through a spreadsheet may be another person's. */
    private static OptionalLong nik(String digits, boolean inexact) {
        if (!isDigits(digits, NIK_DIGITS) || digits.charAt(0) == '0') {
            return OptionalLong.empty();
        }
        long nik = Long.parseLong(digits);
        return inexact && (nik % 10 == 0 || nik > LARGEST_EXACT) ? OptionalLong.empty() : OptionalLong.of(nik);
    }

    private static Optional<AnswerRow.Rounded> rounded(String digits, String matchKey) {
        return isDigits(digits, NIK_DIGITS) && digits.charAt(0) != '0' && !matchKey.isEmpty()
                ? Optional.of(new AnswerRow.Rounded(Long.parseLong(digits) / 10 * 10, matchKey))
                : Optional.empty();
    }

    private static String why(WorkerDraft draft) {
        String why = draft.texts().get(Field.REASON);
        return why.codePointCount(0, why.length()) > LONGEST_REASON
                ? why.substring(0, why.offsetByCodePoints(0, LONGEST_REASON))
                : why;
    }

    private static boolean isDigits(String text, int count) {
        return text.length() == count && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
