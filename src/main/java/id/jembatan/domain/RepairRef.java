package id.jembatan.domain;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code JEMBATAN_REF} holds: the row of an earlier drop that a repaired row stands for, as
 * {@code <receipt>-<position>} (SPEC section 7). Behind the reference of a row whose cells had slipped stands {@code +}: what
 * lies beyond the table of the workbook is then the row's own, and no remark of the clerk's.
 */
public final class RepairRef {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,9})-([1-9][0-9]{0,7})(\\+)?");

    private RepairRef() {}

    public static String of(long receipt, long position, boolean slipped) {
        return receipt + "-" + position + (slipped ? "+" : "");
    }

    /** Whether the row was sent back with cells beyond the last column. */
    public static boolean isOfSlipped(String text) {
        return text.endsWith("+") && parse(text).isPresent();
    }

    /** The id of the row that is meant; empty for text that is no reference of ours. */
    public static OptionalLong parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? OptionalLong.of(RowId.of(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : OptionalLong.empty();
    }
}
