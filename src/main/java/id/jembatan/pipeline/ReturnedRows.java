package id.jembatan.pipeline;

import id.jembatan.domain.DropId;
import id.jembatan.domain.Finding;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Messages;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.RepairRef;
import id.jembatan.domain.RepairRow;
import id.jembatan.domain.RepairStanding;
import id.jembatan.domain.RowOutcome;
import id.jembatan.domain.Table;
import id.jembatan.report.FindingsCsvWriter;
import id.jembatan.report.RepairWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The findings with their places, and the two workbooks that give rows back, as far as there are any. */
record ReturnedRows(
        FindingsCsvWriter findings, Optional<RepairWorkbook> repair, Optional<RepairWorkbook> leftOut, boolean repaired)
        implements OutcomePass.RowVisitor, AutoCloseable {

    /**
     * Begins the files in a reply's unfinished folder.
     *
     * @param repair whether rows go back to be repaired
     * @param leftOut whether there are rows that did not come in
     */
    static ReturnedRows open(Path folder, LoggedDrop drop, boolean repair, boolean leftOut, Messages messages)
            throws IOException {
        DropId id = drop.receipt().id();
        return new ReturnedRows(
                new FindingsCsvWriter(folder.resolve("findings.csv")),
                repair
                        ? Optional.of(RepairWorkbook.forRepair(folder, id, Rulebook.VERSION, messages))
                        : Optional.empty(),
                leftOut
                        ? Optional.of(RepairWorkbook.forLeftOut(folder, id, Rulebook.VERSION, messages))
                        : Optional.empty(),
                drop.repair().isPresent());
    }

    @Override
    public void see(Receipt receipt, RowJudge judge, Table table, RawRow row, RowOutcome outcome) throws IOException {
        List<Finding> found = outcome.codes().isEmpty() ? List.of() : found(judge, row, outcome);
        for (Finding finding : found) {
            if (outcome.codes().contains(finding.code())) { // a reply written again says what was said then
                findings.add(table, row, finding);
            }
        }
        Optional<RepairWorkbook> workbook =
                switch (outcome.outcome()) {
                    case REJECTED, REVIEW -> repair;
                    case DUPLICATE, COVERED, WAITLISTED -> leftOut;
                    case UNCHANGED, UPDATED, ACCEPTED, ENDED -> Optional.empty();
                };
        if (workbook.isPresent()) {
            workbook.get()
                    .add(new RepairRow(
                            table,
                            row,
                            RepairRef.of(
                                    receipt.number(),
                                    outcome.position(),
                                    outcome.codes().contains(FindingCode.ROW_SHIFTED)),
                            repaired ? Optional.of(RepairStanding.of(outcome)) : Optional.empty(),
                            outcome.outcome(),
                            found,
                            outcome.ref()));
        }
    }

    /** What the rules say, and last what the register said when the drop was settled. */
    private static List<Finding> found(RowJudge judge, RawRow row, RowOutcome outcome) {
        List<Finding> found = new ArrayList<>(judge.findings(row));
        outcome.codes().stream().filter(FindingCode::isOfRegister).forEach(code -> found.add(Finding.of(code)));
        return found;
    }

    @Override
    public void close() throws IOException {
        findings.close();
        if (repair.isPresent()) {
            repair.get().close();
        }
        if (leftOut.isPresent()) {
            leftOut.get().close();
        }
    }
}
