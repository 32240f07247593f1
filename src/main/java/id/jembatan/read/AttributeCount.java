package id.jembatan.read;

import id.jembatan.domain.DropRefused;

/**
 * Counts the attributes of each element before the parser has it: with a hundred thousand of them it would compare names for
 * minutes. No element of a workbook has more than some dozens.
 */
final class AttributeCount {

    private static final int MOST = 1_000;
    private static final int NO_QUOTE = 0;

    private final String part;
    private boolean opening;
    private boolean inElement;
    private int quote = NO_QUOTE;
    private int count;

    AttributeCount(String part) {
        this.part = part;
    }

    /** @throws DropRefused FILE_BROKEN */
    void see(byte[] xml, int from, int length) {
        for (int i = from; i < from + length; i++) {
            byte c = xml[i];
            if (opening) {
                opening = false;
                inElement = c != '!' && c != '?';
                count = 0;
            } else if (!inElement) {
                opening = c == '<';
            } else if (quote != NO_QUOTE) {
                quote = c == quote ? NO_QUOTE : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                inElement = false;
            } else if (c == '=' && ++count > MOST) {
                throw XlsxPackage.broken(part);
            }
        }
    }
}
