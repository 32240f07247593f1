package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.disk.Turn;
import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Refusal;
import id.jembatan.domain.Workspace;
import id.jembatan.read.DropReader;
import id.jembatan.stage.AnswerLog;
import id.jembatan.stage.AnswerShelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on answer files, each as far as it can: read and settled, then answered. What a file needs next is read from its
 * log alone, so a restart goes on where a kill came.
 */
public final class SettleAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(SettleAnswers.class);

    private final Workspace workspace;
    private final RuleSets rules;
    private final DropReader reader;
    private final AnswerLog log;
    private final AnswerShelf shelf;
    private final JournalKeeper journal;
    private final ReportAnswers reports;

    SettleAnswers(
            Workspace workspace,
            RuleSets rules,
            DropReader reader,
            AnswerLog log,
            AnswerShelf shelf,
            JournalKeeper journal,
            ReportAnswers reports) {
        this.workspace = workspace;
        this.rules = rules;
        this.reader = reader;
        this.log = log;
        this.shelf = shelf;
        this.journal = journal;
        this.reports = reports;
    }

    /** The numbers of files that are not answered yet, in the order in which they came. */
    public List<Long> listDue() {
        return log.listDue().stream().map(AnswerFile::number).toList();
    }

    /** Reads, settles and answers one file; one process at a time, so that no two do it. */
    @SuppressWarnings("try") // the turn is held, not used
    public void work(@Body long number) throws IOException {
        try (Turn turn = turn()) {
            if (log.get(number).step() == AnswerFile.Step.RECEIVED) {
                settle(log.get(number));
            }
            if (log.get(number).step() == AnswerFile.Step.SETTLED) {
                journal.bringUpToDate();
                reports.publish(log.get(number));
                log.markAnswered(log.get(number));
            }
        }
        journal.bringUpToDate();
    }

    private Turn turn() throws IOException {
        return Turn.take(workspace.work().resolve("turn-answers"));
    }

    private void settle(AnswerFile file) throws IOException {
        shelf.clear(file);
        try {
            if (file.branch().isEmpty()) {
                throw new DropRefused(FindingCode.FILE_NO_BRANCH);
            }
            AnswerPass pass = AnswerPass.survey(reader, workspace, file, rules.of(file));
            pass.takeAll(rows -> shelf.put(file, rows));
            AnswerFile settled =
                    shelf.settle(file, pass.sheetNames(), pass.survey().rows());
            LOG.info("{}: {}", settled, settled.counts().byOutcome());
        } catch (DropRefused refused) {
            log.refuse(file, new Refusal(refused.code(), refused.details()));
            LOG.info("{}: refused, {}", file, refused.code());
        }
    }

    /** The file goes to {@code parked/}, untouched, with the fault beside it; the others go on. */
    @SuppressWarnings("try") // the turn is held, not used
    public void park(@Body long number, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable fault)
            throws IOException {
        AnswerFile file = log.get(number);
        LOG.error("{}: parked: {}", file, Faults.brief(fault));
        try (Turn turn = turn()) {
            Path folder = workspace
                    .parked()
                    .resolve("_answers")
                    .resolve(file.branch().orElse(ReportAnswers.UNPLACED))
                    .resolve(file.id().value());
            Path unfinished = folder.resolveSibling("." + file.id() + ".unfinished");
            Durable.removeAll(unfinished);
            Durable.makeFolders(unfinished);
            Path archived = workspace.archived(file.day(), file.sha256());
            if (Files.exists(archived)) {
                Files.copy(archived, unfinished.resolve(file.file()));
            }
            Files.writeString(
                    unfinished.resolve("fault.txt"),
                    file + " stopped at step " + file.step() + "\n"
                            + RulesLost.whatToDo(fault, rules.today().messages()) + Faults.describe(fault));
            Durable.publishFolder(unfinished, folder);
            if (file.step() == AnswerFile.Step.RECEIVED) { // what a settled file says holds
                shelf.clear(file);
            }
            log.markParked(file);
        }
        journal.bringUpToDate();
    }
}
