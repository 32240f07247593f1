package id.jembatan.report;

import id.jembatan.domain.DateSystem;
import id.jembatan.domain.DropId;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.RepairRow;
import id.jembatan.domain.Table;
import id.jembatan.report.TextWorkbook.Look;
import id.jembatan.report.TextWorkbook.TextCell;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The rows that go back to the office, as they came and every cell as text: {@code perbaikan.xlsx} to be repaired and
 * dropped again, {@code tidak-masuk.xlsx} to be read (SPEC section 7). The file comes into being with its first row;
 * without a row there is none. Memory does not grow with the rows. Not thread-safe.
 */
public final class RepairWorkbook implements Closeable {

    public static final String REPAIR_FILE = "perbaikan.xlsx";
    public static final String LEFT_OUT_FILE = "tidak-masuk.xlsx";

    private final Path file;
    private final Set<Outcome> outcomes;
    private final String onlySheet;
    private final WorkbookFacts facts;
    private final Function<Table, ReturnedTable> layout;
    private Optional<TextWorkbook> workbook = Optional.empty();
    private Optional<ReturnedTable> current = Optional.empty();
    private long rows;

    private RepairWorkbook(
            Path file,
            Set<Outcome> outcomes,
            String onlySheet,
            WorkbookFacts facts,
            Function<Table, ReturnedTable> layout) {
        this.file = file;
        this.outcomes = outcomes;
        this.onlySheet = onlySheet;
        this.facts = facts;
        this.layout = layout;
    }

    /** {@code perbaikan.xlsx} in that folder, for REJECTED and REVIEW rows. */
    public static RepairWorkbook forRepair(Path folder, DropId drop, String rules, Messages messages) {
        ReturnNote note = new ReturnNote(messages);
        return new RepairWorkbook(
                folder.resolve(REPAIR_FILE),
                EnumSet.of(Outcome.REJECTED, Outcome.REVIEW),
                messages.get("report.sheet.repair"),
                new WorkbookFacts(messages.get("report.workbook.repair", drop.value(), rules), rules),
                table -> ReturnedTable.forRepair(table, note));
    }

    /** {@code perbaikan.xlsx} in that folder, for rows that the branch refused; the outcome's ref says why. */
    public static RepairWorkbook forRefused(Path folder, DropId drop, String rules, Messages messages) {
        ReturnNote note = new ReturnNote(messages);
        return new RepairWorkbook(
                folder.resolve(REPAIR_FILE),
                EnumSet.of(Outcome.REJECTED),
                messages.get("report.sheet.repair"),
                new WorkbookFacts(messages.get("report.workbook.repair", drop.value(), rules), rules),
                table -> ReturnedTable.forRefused(table, note));
    }

    /** {@code tidak-masuk.xlsx} in that folder, for DUPLICATE, COVERED and WAITLISTED rows. */
    public static RepairWorkbook forLeftOut(Path folder, DropId drop, String rules, Messages messages) {
        ReturnNote note = new ReturnNote(messages);
        return new RepairWorkbook(
                folder.resolve(LEFT_OUT_FILE),
                EnumSet.of(Outcome.DUPLICATE, Outcome.COVERED, Outcome.WAITLISTED),
                messages.get("report.sheet.leftOut"),
                new WorkbookFacts(messages.get("report.workbook.leftOut", drop.value(), rules), rules),
                table -> ReturnedTable.forLeftOut(table, note));
    }

    /** Adds all rows and answers how many there were. */
    public long addAll(Iterator<RepairRow> rows) throws IOException {
        while (rows.hasNext()) {
            add(rows.next());
        }
        return this.rows;
    }

    /**
     * Adds a row, in the file's order.
     *
     * @throws IllegalArgumentException when a row with its outcome does not belong into this workbook
     */
    public void add(RepairRow row) throws IOException {
        if (!outcomes.contains(row.outcome())) {
            throw new IllegalArgumentException(
                    file.getFileName() + ": expected one of " + outcomes + ", found " + row.outcome());
        }
        TextWorkbook open = open(row.table().sheet().dates());
        if (open.isFull() || !current.filter(table -> table.isOf(row.table())).isPresent()) {
            current = Optional.of(beginSheet(open, row.table()));
        }
        open.addRow(current.orElseThrow().cells(row));
        rows++;
    }

    private TextWorkbook open(DateSystem dates) throws IOException {
        if (workbook.isEmpty()) {
            workbook = Optional.of(new TextWorkbook(file, facts, dates));
        }
        return workbook.get();
    }

    private ReturnedTable beginSheet(TextWorkbook open, Table table) throws IOException {
        ReturnedTable layout = this.layout.apply(table);
        String name = table.sheet().name().isEmpty() ? onlySheet : table.sheet().name();
        List<TextCell> header = new ArrayList<>();
        layout.headers()
                .forEach(text -> header.add(
                        new TextCell(text, Look.HEADER, layout.isOwnNote(header.size()) ? facts.title() : "")));
        open.beginSheet(name, layout.widths(), layout.visibleColumns());
        open.addRow(header);
        return layout;
    }

    /** How many rows were added so far. */
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        if (workbook.isPresent()) {
            workbook.get().close();
        }
    }
}
