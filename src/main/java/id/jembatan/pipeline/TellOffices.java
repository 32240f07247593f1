package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.disk.Turn;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Notice;
import id.jembatan.domain.Workspace;
import id.jembatan.stage.DropLog;
import id.jembatan.stage.NoticeShelf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts every notice that was decided into the reply folder that it belongs to, once: each file by one rename, then the list
 * of drops, then the mark. A kill in between writes the same bytes again.
 */
public final class TellOffices {

    private static final Logger LOG = LoggerFactory.getLogger(TellOffices.class);

    private final Workspace workspace;
    private final DropLog log;
    private final NoticeShelf shelf;
    private final NoticeWriter writer;
    private final ProgrammeIndex index;
    private final JournalKeeper journal;
    private final AtomicBoolean left = new AtomicBoolean(true);

    TellOffices(
            Workspace workspace,
            DropLog log,
            NoticeShelf shelf,
            NoticeWriter writer,
            ProgrammeIndex index,
            JournalKeeper journal) {
        this.workspace = workspace;
        this.log = log;
        this.shelf = shelf;
        this.writer = writer;
        this.index = index;
        this.journal = journal;
    }

    /** What a kill or a fault has left untold; asked once, and again after each fault. */
    public void tellLeft() throws IOException {
        if (left.get()) {
            tellAll();
        }
    }

    /** One process at a time, so that no two write the same file. */
    public void tellAll() throws IOException {
        left.set(true);
        if (!shelf.listUnwritten().isEmpty()) {
            tellInTurn();
        }
        left.set(false);
    }

    @SuppressWarnings("try") // the turn is held, not used
    private void tellInTurn() throws IOException {
        journal.bringUpToDate(); // what an office reads can be rebuilt
        try (Turn turn = Turn.take(workspace.work().resolve("turn-notices"))) {
            for (List<Notice> next = shelf.listUnwritten(); !next.isEmpty(); next = shelf.listUnwritten()) {
                tell(next);
            }
        }
        journal.bringUpToDate();
    }

    private void tell(List<Notice> notices) throws IOException {
        Map<Path, LoggedDrop> changed = new LinkedHashMap<>();
        for (Notice notice : notices) {
            LoggedDrop drop = log.get(notice.receipt());
            Path replies = index.folderOf(drop);
            Path folder = replies.resolve(drop.folder());
            publish(notice, folder);
            changed.put(replies, drop);
            LOG.info("receipt {}: notice {}: {}", notice.receipt(), notice.ordinal(), shelf.count(notice));
        }
        for (LoggedDrop drop : changed.values()) {
            index.write(drop);
        }
        notices.forEach(shelf::markWritten);
    }

    private void publish(Notice notice, Path folder) throws IOException {
        Durable.makeFolders(folder);
        Path html = folder.resolve("." + NoticeWriter.html(notice));
        Path json = folder.resolve("." + NoticeWriter.json(notice));
        Durable.makeFile(html);
        Durable.makeFile(json);
        writer.write(notice, html, json);
        if (NoticeWriter.hasRepair(notice)) {
            Path repair = folder.resolve("." + notice.file() + ".unfinished");
            Durable.removeAll(repair);
            writer.writeRepair(notice, repair);
            Durable.publishFolder(repair, folder.resolve(notice.file()));
        }
        Durable.publishFile(json, folder.resolve(NoticeWriter.json(notice)));
        Durable.publishFile(html, folder.resolve(NoticeWriter.html(notice)));
    }
}
