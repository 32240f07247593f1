package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.NAME_MOJIBAKE;

import id.jembatan.domain.Field;

/** UTF-8 that was read as Windows-1252 shows as pairs such as Ã©; a lost letter as U+FFFD. */
final class NameIsNotMojibake implements Rule {
    private static final char LOST = '\ufffd';
    private static final String FOLLOWERS =
            "\u20ac\u201a\u0191\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018"
                    + "\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u203a\u0178\u039c";

    @Override
    public void check(Subject subject, Findings findings) {
        String name = subject.text(Field.NAME);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c > '~' && (c == LOST || (isLead(c) && i + 1 < name.length() && isFollower(name.charAt(i + 1))))) {
                findings.add(NAME_MOJIBAKE);
                return;
            }
        }
    }

    /** How the first byte of a letter of two or three bytes looks, after the name was raised to upper case. */
    private static boolean isLead(char c) {
        return "\u00c2\u00c3\u00c4\u00c5\u00cf\u00e2\u00ef".indexOf(c) >= 0;
    }

    /** How the bytes 80 to BF look in Windows-1252. */
    private static boolean isFollower(char c) {
        return (c >= '\u0080' && c <= '\u00bf') || FOLLOWERS.indexOf(c) >= 0;
    }
}
