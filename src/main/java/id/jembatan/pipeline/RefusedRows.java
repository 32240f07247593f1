package id.jembatan.pipeline;

import id.jembatan.domain.Chunk;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Notice;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.Programme;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.RepairRef;
import id.jembatan.domain.RepairRow;
import id.jembatan.domain.RowId;
import id.jembatan.domain.Workspace;
import id.jembatan.read.DropReader;
import id.jembatan.report.RepairWorkbook;
import id.jembatan.stage.NoticeShelf;
import id.jembatan.stage.NoticeShelf.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The people whom a branch refused, as their rows came, to be repaired and dropped again (SPEC section 9). */
final class RefusedRows {

    private final Workspace workspace;
    private final DropReader reader;
    private final NoticeShelf shelf;

    RefusedRows(Workspace workspace, DropReader reader, NoticeShelf shelf) {
        this.workspace = workspace;
        this.reader = reader;
        this.shelf = shelf;
    }

    /** Writes {@code perbaikan.xlsx} into the folder, by another pass over the archived list, by its own rules. */
    void write(Path folder, Notice notice, LoggedDrop drop, RuleSet own) throws IOException {
        Receipt receipt = drop.receipt();
        Programme programme =
                own.book().agreements().getProgramme(receipt.programme().orElseThrow());
        SurveyedDrop list = SurveyedDrop.survey(reader, workspace, receipt, programme, receipt.day(), own);
        try (RepairWorkbook workbook =
                        RepairWorkbook.forRefused(folder, receipt.id(), Rulebook.VERSION, own.messages());
                SurveyedDrop.Chunks chunks = list.chunks()) {
            shelf.withRefused(notice, refused -> {
                try {
                    add(workbook, chunks, receipt, refused);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return true;
            });
        }
    }

    private static void add(
            RepairWorkbook workbook, SurveyedDrop.Chunks chunks, Receipt receipt, Iterator<Refused> refused)
            throws IOException {
        Optional<Refused> next = next(refused);
        while (next.isPresent() && chunks.hasNext()) {
            Chunk chunk = chunks.next();
            long rowId = RowId.of(receipt.number(), chunk.firstPosition());
            for (RawRow row : chunk.rows()) {
                if (next.isPresent() && next.get().rowId() == rowId) {
                    workbook.add(new RepairRow(
                            chunk.sheet().table().orElseThrow(),
                            row,
                            RepairRef.of(receipt.number(), RowId.position(rowId), false),
                            Optional.empty(),
                            Outcome.REJECTED,
                            List.of(),
                            next.get().why()));
                    next = next(refused);
                }
                rowId++;
            }
        }
        if (next.isPresent()) {
            throw new IllegalStateException(receipt + ": a refused row is not in its list");
        }
    }

    private static Optional<Refused> next(Iterator<Refused> refused) {
        return refused.hasNext() ? Optional.of(refused.next()) : Optional.empty();
    }
}
