package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.NAME_INVALID;

import id.jembatan.domain.Field;
import java.util.function.IntPredicate;

/** A name has a letter and no digit, is no formula and has at most 100 characters. */
final class NameIsAName implements Rule {
    private static final int LONGEST = 100;

    @Override
    public void check(Subject subject, Findings findings) {
        String name = subject.text(Field.NAME);
        if (name.isEmpty()) {
            return;
        }
        if ("=+-@".indexOf(name.charAt(0)) >= 0) {
            findings.add(NAME_INVALID, "FORMULA");
        } else if (name.codePointCount(0, name.length()) > LONGEST) {
            findings.add(NAME_INVALID, "TOO_LONG");
        } else if (has(name, Character::isDigit)) {
            findings.add(NAME_INVALID, "DIGIT");
        } else if (!has(name, Character::isLetter)) {
            findings.add(NAME_INVALID, "NO_LETTER");
        }
    }

    private static boolean has(String name, IntPredicate kind) {
        int c;
        for (int i = 0; i < name.length(); i += Character.charCount(c)) {
            c = name.codePointAt(i);
            if (kind.test(c)) {
                return true;
            }
        }
        return false;
    }
}
