package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.Regency;
import id.jembatan.domain.Reply;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.domain.RowCounts;
import id.jembatan.domain.RowOutcome;
import id.jembatan.domain.Workspace;
import id.jembatan.read.DropReader;
import id.jembatan.report.ReceiptPage;
import id.jembatan.report.ReceiptText;
import id.jembatan.report.RowsByStanding;
import id.jembatan.report.RowsCsvWriter;
import id.jembatan.report.Summary;
import id.jembatan.stage.DropLog;
import id.jembatan.stage.RowShelf;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;

/**
 * Answers one settled, refused or seen drop: all files aside, then the whole folder by one rename. Everything in them
 * comes from the log, the register and the archive, so that writing again gives the same bytes.
 */
public final class ReportDrop {

    private final Workspace workspace;
    private final RuleSets rules;
    private final DropLog log;
    private final RowShelf rows;
    private final OutcomePass pass;
    private final JournalKeeper journal;
    private final NoticeWriter notices;
    private final ProgrammeIndex index;

    ReportDrop(
            Workspace workspace,
            RuleSets rules,
            DropReader reader,
            DropLog log,
            RowShelf rows,
            JournalKeeper journal,
            NoticeWriter notices,
            ProgrammeIndex index) {
        this.workspace = workspace;
        this.rules = rules;
        this.log = log;
        this.rows = rows;
        this.pass = new OutcomePass(workspace, reader, rows);
        this.journal = journal;
        this.notices = notices;
        this.index = index;
    }

    /** Writes everything aside but the summary, which it returns for the route to write as JSON. */
    public Map<String, @Nullable Object> begin(@Body long number) throws IOException {
        LoggedDrop drop = log.get(number);
        RuleSet own = rules.of(drop);
        ZoneId zone = zoneOf(own.book(), drop);
        LoggedDrop told = told(drop);

        Path unfinished = unfinished(told);
        Durable.removeAll(unfinished);
        Durable.makeFolders(unfinished);
        ReplyStatus status = drop.status().orElseThrow();
        long otherwise = 0;
        RowsByStanding standings = new RowsByStanding();
        if (status != ReplyStatus.REFUSED) {
            writeRows(unfinished, told, own.messages(), standings);
            notices.writeAll(unfinished, told);
            otherwise =
                    status == ReplyStatus.SEEN && !log.isPurged(told.receipt().number())
                            ? new JudgedOtherwise(pass, rows)
                                    .count(
                                            told,
                                            own,
                                            programmeOf(own.book(), drop).orElseThrow(),
                                            drop.receipt().day())
                            : 0;
        }
        Reply reply = replyOf(own.book(), drop, told, otherwise);
        new ReceiptPage(own.messages())
                .write(unfinished.resolve(ReceiptPage.FILE), explained(reply, own), told.repair(), standings, zone);
        return new Summary(own.messages()).of(reply, told.repair(), zone);
    }

    private static Reply replyOf(Rulebook rules, LoggedDrop drop, LoggedDrop told, long otherwise) {
        return new Reply(
                drop.receipt(),
                drop.status().orElseThrow(),
                drop.refusal(),
                regencyOf(rules, drop).map(Regency::name).orElse(""),
                programmeOf(rules, drop).map(Programme::name).orElse(""),
                told.outcomes().requireBalanced(),
                told.reading(),
                told.places().filter(places -> rules.placesReckoned()),
                otherwise,
                Rulebook.VERSION,
                told.proposed());
    }

    /** The receipt in plain text. */
    String inText(LoggedDrop drop) {
        RuleSet own = rules.of(drop);
        return new ReceiptText(own.messages())
                .of(explained(replyOf(own.book(), drop, told(drop), 0), own), zoneOf(own.book(), drop));
    }

    /** Of a file refused for its NIKs nothing is kept but its bytes: why each row is wrong is looked up in them again. */
    private Reply explained(Reply reply, RuleSet own) {
        boolean damaged = reply.refusal()
                .filter(refusal -> refusal.code() == FindingCode.FILE_NIK_DAMAGED)
                .isPresent();
        Receipt receipt = reply.receipt();
        Optional<Programme> programme = receipt.programme().flatMap(own.book().agreements()::findProgramme);
        if (!damaged
                || programme.isEmpty()
                || !Files.exists(workspace.archived(receipt.day(), receipt.sha256()))) { // purged since
            return reply;
        }
        try {
            SurveyedDrop drop = pass.survey(receipt, own, programme.get(), receipt.day());
            try (SurveyedDrop.Chunks chunks = drop.chunks()) {
                return reply.telling(drop.reading(ReadDrop.judgeAll(chunks, drop)));
            }
        } catch (DropRefused e) {
            // of before rules were archived: by today's its table is not even found, and the reason of then stands
            // alone
            return reply;
        }
    }

    /** The summary of a drop whose folder may already tell a later one of the same bytes. */
    static Map<String, @Nullable Object> summary(Rulebook rules, Messages messages, LoggedDrop drop, LoggedDrop told) {
        return new Summary(messages).of(replyOf(rules, drop, told, 0), told.repair(), zoneOf(rules, drop));
    }

    private static ZoneId zoneOf(Rulebook rules, LoggedDrop drop) {
        return regencyOf(rules, drop).map(Regency::zone).orElse(BusinessClock.NOWHERE);
    }

    /** Adds the summary and makes the reply visible, whole. */
    public void finish(@Body byte[] summary, @ExchangeProperty("receipt") long number) throws IOException {
        LoggedDrop drop = log.get(number);
        LoggedDrop told = told(drop);
        Path unfinished = unfinished(told);
        try (OutputStream out = Files.newOutputStream(unfinished.resolve("summary.json"))) {
            out.write(summary);
            out.write('\n');
        }
        Durable.publishFolder(unfinished, unfinished.resolveSibling(told.folder()));
        Optional<LoggedDrop> retried = log.findRetried(number);
        if (retried.isPresent()) {
            Durable.removeAll(workspace.parked(retried.get().receipt(), rules.placing(retried.get())));
        }
        index.write(drop); // once it is answered nobody comes back to it
        if (programmeOf(rules.of(drop).book(), drop).filter(Programme::practice).isPresent()) {
            log.markReplied(number, () -> rows.forget(number));
        } else {
            log.markReplied(number);
        }
    }

    /** That it is answered stands in the journal. A step of its own: an answered drop is not answered again for its sake. */
    public void journal() throws IOException {
        journal.bringUpToDate();
    }

    /** Where the drop's reply lies. */
    Path folderOf(LoggedDrop drop) {
        LoggedDrop told = told(drop);
        return index.folderOf(told).resolve(told.folder());
    }

    /** The drop whose rows the reply tells: of bytes that came before, the first one. */
    private LoggedDrop told(LoggedDrop drop) {
        return drop.firstReceipt().isPresent() ? log.get(drop.firstReceipt().getAsLong()) : drop;
    }

    private Path unfinished(LoggedDrop told) {
        return index.folderOf(told).resolve("." + told.folder() + ".unfinished");
    }

    private static Optional<Regency> regencyOf(Rulebook rules, LoggedDrop drop) {
        return drop.receipt().regency().flatMap(rules.agreements()::findRegency);
    }

    private static Optional<Programme> programmeOf(Rulebook rules, LoggedDrop drop) {
        return drop.receipt().programme().flatMap(rules.agreements()::findProgramme);
    }

    private void writeRows(Path folder, LoggedDrop drop, Messages words, RowsByStanding standings) throws IOException {
        long receipt = drop.receipt().number();
        RowCounts written = rows.withOutcomes(receipt, drop.sheets(), outcomes -> {
            try (RowsCsvWriter writer = new RowsCsvWriter(folder.resolve("rows.csv"))) {
                while (outcomes.hasNext()) {
                    RowOutcome row = outcomes.next();
                    writer.add(row);
                    standings.add(row);
                }
                return writer.counts();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        if (!RowCounts.NONE.plus(written).equals(RowCounts.NONE.plus(drop.outcomes()))) {
            throw new IllegalStateException(
                    "control total: expected " + drop.outcomes().byOutcome() + ", found " + written.byOutcome());
        }
        if (log.isPurged(receipt)) {
            return; // where each finding was stood in the file, which is gone
        }
        boolean repair = has(drop, Outcome.REJECTED) || has(drop, Outcome.REVIEW);
        boolean leftOut = has(drop, Outcome.DUPLICATE) || has(drop, Outcome.COVERED) || has(drop, Outcome.WAITLISTED);
        writePlaces(folder, drop, words, repair, leftOut);
    }

    private static boolean has(LoggedDrop drop, Outcome outcome) {
        return drop.outcomes().of(outcome) > 0;
    }

    /** What needs the cells again, by the rules that they were read by: where each finding is, and the rows that go back. */
    private void writePlaces(Path folder, LoggedDrop drop, Messages words, boolean repair, boolean leftOut)
            throws IOException {
        boolean found = !drop.reading().findings().isEmpty();
        try (ReturnedRows returned = ReturnedRows.open(folder, drop, repair, leftOut, words)) {
            if (repair || leftOut || found) {
                RuleSet own = rules.of(drop);
                pass.walk(drop, own, programmeOf(own.book(), drop).orElseThrow(), returned);
            }
        }
    }
}
