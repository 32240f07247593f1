package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.Refusal;
import id.jembatan.domain.Workspace;
import id.jembatan.stage.DropLog;
import id.jembatan.stage.Register;
import id.jembatan.stage.RowShelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to a drop that does not go its way: refused for what it is, or parked for a fault of ours. */
public final class SetAside {

    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);

    private final Workspace workspace;
    private final RuleSets rules;
    private final DropLog log;
    private final RowShelf rows;
    private final JournalKeeper journal;
    private final DropLine line;
    private final LineStop stop;
    private final Register register;
    private final AtomicReference<String> lastSaid = new AtomicReference<>("");

    SetAside(
            Workspace workspace,
            RuleSets rules,
            DropLog log,
            RowShelf rows,
            JournalKeeper journal,
            DropLine line,
            LineStop stop,
            Register register) {
        this.workspace = workspace;
        this.rules = rules;
        this.log = log;
        this.rows = rows;
        this.journal = journal;
        this.line = line;
        this.stop = stop;
        this.register = register;
    }

    /** Nothing of the file enters; the reply will say why. */
    public void refuse(@Body long receipt, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) DropRefused refused)
            throws IOException {
        log.leases().requireHeld(receipt);
        rows.clear(receipt);
        log.refuse(receipt, new Refusal(refused.code(), refused.details()));
        journal.bringUpToDate();
        LOG.info("receipt {}: refused, {}", receipt, refused.code());
    }

    /** The drop goes to {@code parked/}, untouched, with the fault beside it; the line goes on. */
    public void park(@Body long number, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable fault)
            throws IOException {
        log.leases().requireHeld(number);
        LOG.error("receipt {}: parked: {}", number, Faults.brief(fault));
        LoggedDrop drop = log.get(number);
        Receipt receipt = drop.receipt();
        Path folder = workspace.parked(receipt, rules.placing(drop));
        Path unfinished = folder.resolveSibling("." + receipt.id() + ".unfinished");
        Durable.removeAll(unfinished);
        Durable.makeFolders(unfinished);
        Path archived = workspace.archived(receipt.day(), receipt.sha256());
        String lost = "";
        if (Files.exists(archived)) {
            Files.copy(archived, unfinished.resolve(Path.of(receipt.file()).getFileName()));
        } else {
            lost = "its bytes " + receipt.sha256()
                    + " are gone from the archive\n"; // that alone must not hold the line
        }
        Files.writeString(
                unfinished.resolve("fault.txt"),
                receipt + " stopped at step " + drop.step() + "\n" + lost
                        + RulesLost.whatToDo(fault, rules.today().messages()) + Faults.describe(fault));
        Durable.publishFolder(unfinished, folder);
        Optional<Path> earlier = log.findRetried(number)
                .map(retried -> workspace.parked(retried.receipt(), rules.placing(retried)))
                .filter(path -> !path.equals(folder));
        if (earlier.isPresent()) {
            Durable.removeAll(earlier.get());
        }
        if (drop.step() != LoggedDrop.Step.SETTLED) { // a settled drop's rows are the people of the register
            rows.clear(number);
        }
        log.markParked(number);
        journal.bringUpToDate();
    }

    /**
     * A fault that every drop would meet: the drop stays where it is, and the next pass tries again. Said once, not at
     * every pass.
     */
    public void stopTheLine(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable fault) {
        stop.stop(fault, Instant.now()); // whoever waits for the line asks why as soon as it stands
        line.stop();
        register.renewConnections();
        String said = Faults.brief(fault);
        if (!said.equals(lastSaid.getAndSet(said))) {
            LOG.error("the line stands still: {}", said);
        }
    }
}
