package id.jembatan.read;

import static id.jembatan.domain.SheetSurvey.MOST_IGNORED;

import id.jembatan.domain.Column;
import id.jembatan.domain.IgnoredLine;
import id.jembatan.domain.IgnoredLine.Why;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.Sheet;
import id.jembatan.domain.SheetHabits;
import id.jembatan.domain.SheetSurvey;
import id.jembatan.domain.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The first pass over one sheet. Which lines are trailer shows only at the sheet's end, so lines that may be are held
 * back: as a count, and as the numbers of the first thousand.
 */
final class SheetScan {

    private final Sheet sheet;
    private final ColumnNames names;
    private final SheetHabits.Watch watch;
    private final HeaderSearch search;
    private boolean keyed;
    private Optional<Found> found = Optional.empty();
    private int lastRow;
    private long rows;
    private long emptyLines;
    private long ignoredLines;
    private final List<IgnoredLine> ignored = new ArrayList<>();
    private long heldBack;
    private long emptyHeldBack;
    private final List<IgnoredLine> trailer = new ArrayList<>();

    private record Found(Table table, TableLines lines, SheetHabits.Watcher watcher) {}

    SheetScan(Sheet sheet, ColumnNames names, SheetHabits.Watch watch) {
        this.sheet = sheet;
        this.names = names;
        this.watch = watch;
        this.search = new HeaderSearch(names);
    }

    /** A sheet whose format names its columns itself: each of its lines is below the header. */
    static SheetScan withKeys(Sheet sheet, List<String> keys, ColumnNames names, SheetHabits.Watch watch) {
        SheetScan scan = new SheetScan(sheet, names, watch);
        scan.keyed = true;
        scan.begin(0, scan.search.columns(keys));
        return scan;
    }

    /** Empty lines of which nobody made rows. */
    void passEmpty(long lines) {
        emptyHeldBack += found.isPresent() ? lines : 0;
    }

    void see(RawRow row) {
        if (found.isPresent()) {
            below(row, found.get());
        } else if (!keyed) {
            begin(row.row(), search.see(row));
        }
    }

    private void begin(int headerRow, Optional<List<Column>> header) {
        found = header.map(columns -> {
            Table table = new Table(sheet, headerRow, columns);
            lastRow = headerRow;
            return new Found(table, new TableLines(table, names), watch.begin(table));
        });
    }

    SheetSurvey finish() {
        if (found.isEmpty()) {
            ignore(0, sheet.visible() ? Why.SHEET_WITHOUT_HEADER : Why.SHEET_HIDDEN);
        }
        List<IgnoredLine> first = Stream.concat(ignored.stream(), trailer.stream())
                .sorted(Comparator.comparingInt(IgnoredLine::row))
                .limit(MOST_IGNORED)
                .toList();
        return new SheetSurvey(
                sheet,
                found.map(Found::table),
                lastRow,
                rows,
                emptyLines,
                first,
                ignoredLines + heldBack,
                found.map(it -> it.watcher().habits()).orElse(SheetHabits.NONE));
    }

    private void below(RawRow row, Found table) {
        switch (table.lines().kind(row)) {
            case EMPTY -> emptyHeldBack++;
            case HEADER_REPEATED -> ignore(row.row(), Why.HEADER_REPEATED);
            case COLUMN_NUMBERS -> ignore(row.row(), Why.COLUMN_NUMBERS);
            case PERSON -> {
                table.watcher().see(row);
                if (!keyed && table.lines().mayBeTrailer(row)) {
                    holdBack(row);
                } else {
                    count(row);
                }
            }
        }
    }

    /** A person: what was held back stands above him and so was no trailer. */
    private void count(RawRow row) {
        rows += heldBack + 1;
        emptyLines += emptyHeldBack;
        heldBack = 0;
        emptyHeldBack = 0;
        trailer.clear();
        lastRow = row.row();
    }

    private void holdBack(RawRow row) {
        heldBack++;
        if (trailer.size() < MOST_IGNORED) {
            trailer.add(new IgnoredLine(sheet.name(), row.row(), Why.TRAILER));
        }
    }

    private void ignore(int row, Why why) {
        ignoredLines++;
        if (ignored.size() < MOST_IGNORED) {
            ignored.add(new IgnoredLine(sheet.name(), row, why));
        }
    }
}
