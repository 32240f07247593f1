package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.domain.Agreements;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Notice;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Regency;
import id.jembatan.report.NoticeFile;
import id.jembatan.report.NoticePage;
import id.jembatan.stage.DropLog;
import id.jembatan.stage.NoticeShelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the files of notices from the register alone, so that writing again gives the same bytes. */
final class NoticeWriter {

    private final RuleSets rules;
    private final DropLog log;
    private final NoticeShelf shelf;
    private final RefusedRows refused;
    private Optional<Worded> last = Optional.empty();

    NoticeWriter(RuleSets rules, DropLog log, NoticeShelf shelf, RefusedRows refused) {
        this.refused = refused;
        this.rules = rules;
        this.log = log;
        this.shelf = shelf;
    }

    /** A page and its words: filling one takes a moment, making one a hundred. */
    private record Worded(Messages words, NoticePage page) {}

    @SuppressWarnings("ReferenceEquality") // the same catalogue, not one that says the same
    private synchronized NoticePage pageOf(Messages words) {
        if (last.filter(known -> known.words() == words).isEmpty()) {
            last = Optional.of(new Worded(words, new NoticePage(words)));
        }
        return last.orElseThrow().page();
    }

    /** All notices of the folder in which the drop is answered: a reply that is written again has them too. */
    void writeAll(Path folder, LoggedDrop drop) throws IOException {
        List<Notice> notices = shelf.listOfFolder(drop.receipt().number());
        for (Notice notice : notices) {
            if (hasRepair(notice) && !log.isPurged(drop.receipt().number())) {
                writeRepair(notice, folder.resolve(notice.file()));
            }
            write(notice, folder.resolve(html(notice)), folder.resolve(json(notice)));
        }
    }

    static String html(Notice notice) {
        return notice.file() + ".html";
    }

    static String json(Notice notice) {
        return notice.file() + ".json";
    }

    /** Whether a folder of the notice's own name lies beside it, with rows to be repaired. */
    static boolean hasRepair(Notice notice) {
        return notice.cause() == Notice.Cause.ANSWER;
    }

    void writeRepair(Notice notice, Path folder) throws IOException {
        Durable.makeFolders(folder);
        LoggedDrop drop = log.get(notice.receipt());
        refused.write(folder, notice, drop, rules.of(drop));
    }

    void write(Notice notice, Path html, Path json) throws IOException {
        LoggedDrop drop = log.get(notice.receipt());
        RuleSet own = rules.of(drop);
        Agreements agreements = own.book().agreements();
        Map<Notice.Became, Long> counts = shelf.count(notice);
        NoticePage.Facts facts = new NoticePage.Facts(
                notice,
                drop.receipt(),
                drop.receipt()
                        .regency()
                        .flatMap(agreements::findRegency)
                        .map(Regency::name)
                        .orElse(""),
                drop.receipt()
                        .programme()
                        .flatMap(agreements::findProgramme)
                        .map(Programme::name)
                        .orElse(""),
                counts);
        try {
            shelf.withRows(notice, drop.sheets(), rows -> {
                try {
                    pageOf(own.messages()).write(html, facts, rows);
                    return true;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            shelf.withRows(notice, drop.sheets(), rows -> {
                try {
                    NoticeFile.write(json, notice, drop.receipt(), counts, rows);
                    return true;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        }
    }
}
