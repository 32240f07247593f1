package id.jembatan.domain;

import java.util.List;
import java.util.Optional;

/**
 * What a first pass over one sheet found.
 *
 * @param table empty when the sheet is hidden or has no header
 * @param lastRow the number of the last line that belongs to the table; what follows is trailer
 * @param rows how many people's rows it has
 * @param emptyLines below the header and above the end of the table
 * @param ignored in order of their lines; at most {@value #MOST_IGNORED}, further ones are only counted
 * @param ignoredLines how many lines were ignored in all
 * @param habits how the whole sheet writes numbers and dates
 */
public record SheetSurvey(
        Sheet sheet,
        Optional<Table> table,
        int lastRow,
        long rows,
        long emptyLines,
        List<IgnoredLine> ignored,
        long ignoredLines,
        SheetHabits habits) {

    public static final int MOST_IGNORED = 1_000;

    public SheetSurvey {
        ignored = List.copyOf(ignored);
    }
}
