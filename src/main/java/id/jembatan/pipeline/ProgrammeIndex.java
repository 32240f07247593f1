package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.domain.Agreements;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.Regency;
import id.jembatan.domain.Workspace;
import id.jembatan.report.IndexPage;
import id.jembatan.stage.DropLog;
import id.jembatan.stage.NoticeShelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A programme's list of drops, with the notices that lie in their folders. */
final class ProgrammeIndex {

    private final Workspace workspace;
    private final RuleSets ruleSets;
    private final Agreements agreements;
    private final DropLog log;
    private final NoticeShelf notices;
    private final Messages messages;

    ProgrammeIndex(Workspace workspace, RuleSets ruleSets, DropLog log, NoticeShelf notices) {
        this.workspace = workspace;
        this.ruleSets = ruleSets;
        this.agreements = ruleSets.today().book().agreements();
        this.log = log;
        this.notices = notices;
        this.messages = ruleSets.today().messages();
    }

    /** Where the drops of the drop's programme are answered. */
    Path folderOf(LoggedDrop drop) {
        Agreements placing = ruleSets.placing(drop);
        return workspace.replies(
                drop.receipt().regency().flatMap(placing::findRegency),
                drop.receipt().programme().flatMap(placing::findProgramme));
    }

    /** Writes the list in which the drop stands; a file outside every programme of today stands in none. */
    void write(LoggedDrop drop) throws IOException {
        Optional<Programme> programme = drop.receipt().programme().flatMap(agreements::findProgramme);
        if (programme.isPresent()) {
            write(programme.get());
        }
    }

    /** The programme's list, should it be gone. */
    void writeMissing(Programme programme) throws IOException {
        Path replies = folderOf(programme);
        if (Files.exists(replies) && !Files.exists(replies.resolve(IndexPage.FILE))) {
            write(programme);
        }
    }

    private Path folderOf(Programme programme) {
        return workspace.replies(
                Optional.of(agreements.getRegency(programme.key().regency())), Optional.of(programme));
    }

    /** Writes the programme's list as its drops stand now. */
    void write(Programme programme) throws IOException {
        Regency regency = agreements.getRegency(programme.key().regency());
        Path replies = folderOf(programme);
        Path unfinished = replies.resolve("." + IndexPage.FILE);
        new IndexPage(messages)
                .write(
                        unfinished,
                        regency.name(),
                        programme.name(),
                        log.listOfProgramme(programme.key()).stream()
                                .filter(drop -> drop.status().isPresent() || drop.step() == LoggedDrop.Step.UNDONE)
                                .map(drop -> entry(replies, drop))
                                .toList(),
                        regency.zone());
        Durable.publishFile(unfinished, replies.resolve(IndexPage.FILE));
    }

    private IndexPage.Entry entry(Path replies, LoggedDrop drop) {
        Receipt receipt = drop.receipt();
        LoggedDrop told =
                drop.firstReceipt().isPresent() ? log.get(drop.firstReceipt().getAsLong()) : drop;
        return new IndexPage.Entry(
                receipt.number(),
                receipt.id(),
                told.folder(),
                receipt.leavers(),
                receipt.file(),
                receipt.receivedAt(),
                drop.status(),
                told.outcomes(),
                noticesIn(replies.resolve(told.folder()), receipt.number()));
    }

    /** Only what lies there: a link leads somewhere. */
    private List<String> noticesIn(Path folder, long receipt) {
        return notices.listOfFolder(receipt).stream()
                .filter(notice -> notice.receipt() == receipt)
                .map(NoticeWriter::html)
                .filter(file -> Files.exists(folder.resolve(file)))
                .toList();
    }
}
