package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.disk.Turn;
import id.jembatan.domain.Contribution;
import id.jembatan.domain.Contributions;
import id.jembatan.domain.IuranFigures;
import id.jembatan.domain.IuranLedger;
import id.jembatan.domain.IuranRow;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Regency;
import id.jembatan.enrol.MonthlyIuran;
import id.jembatan.report.IuranCsv;
import id.jembatan.report.IuranPage;
import id.jembatan.stage.IuranShelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The month's contribution lists (SPEC section 8, {@code iuran}): frozen in the register, then written into the
 * programme's reply folder. A kill in between leaves a list that the next call writes.
 */
public final class IssueIuran {

    private static final Logger LOG = LoggerFactory.getLogger(IssueIuran.class);
    private static final String FOLDER = "_iuran";

    private final House house;
    private final IuranShelf shelf;
    private final Contributions contributions;

    public IssueIuran(House house) {
        this.house = house;
        this.shelf = new IuranShelf(house.register());
        this.contributions = house.rules().contributions();
    }

    /**
     * Issues the programme's lists up to the month, as far as they are not issued; the month's, if there is one. After the
     * programme's last month there is one only where something turned out otherwise.
     */
    public Optional<IuranFigures> issue(Programme programme, YearMonth month) throws IOException {
        MonthlyIuran iuran = new MonthlyIuran(contributions, programme, today(programme));
        shelf.issue(programme.key(), ledger -> iuran.issueUpTo(month, ledger));
        Function<IuranLedger, List<IuranFigures>> differences = ledger -> iuran.issueDifferences(month, ledger);
        if (shelf.draft(programme.key(), differences).stream().anyMatch(IuranFigures::hasCorrections)) {
            shelf.issue(programme.key(), differences);
        }
        house.journal().bringUpToDate();
        writeMissing(programme);
        return shelf.listIssued(programme.key()).stream()
                .filter(figures -> figures.month().equals(month))
                .findFirst();
    }

    /** What the month's list would be now, or is; nothing is issued. */
    public Optional<IuranFigures> draft(Programme programme, YearMonth month) {
        return shelf.listIssued(programme.key()).stream()
                .filter(figures -> figures.month().equals(month))
                .findFirst()
                .or(() -> shelf.draft(programme.key(), drafting(programme, month)).stream()
                        .filter(figures -> figures.month().equals(month))
                        .findFirst());
    }

    private Function<IuranLedger, List<IuranFigures>> drafting(Programme programme, YearMonth month) {
        MonthlyIuran iuran = new MonthlyIuran(contributions, programme, today(programme));
        return ledger -> {
            List<IuranFigures> drafts = new ArrayList<>(iuran.issueUpTo(month, ledger));
            iuran.issueDifferences(month, ledger).stream()
                    .filter(IuranFigures::hasCorrections)
                    .forEach(drafts::add);
            return drafts;
        };
    }

    /** The business date of the programme's regency. */
    public LocalDate today(Programme programme) {
        return house.clock()
                .today(house.rules()
                        .agreements()
                        .getRegency(programme.key().regency())
                        .zone());
    }

    /** Lists that were issued and are not there, in all programmes. */
    void writeMissing() throws IOException {
        for (Programme programme : house.rules().agreements().listProgrammes()) {
            writeMissing(programme);
        }
    }

    @SuppressWarnings("try") // the turn is held, not used
    private void writeMissing(Programme programme) throws IOException {
        List<IuranFigures> issued = shelf.listIssued(programme.key());
        if (issued.isEmpty()) {
            return;
        }
        try (Turn turn = Turn.take(house.workspace().work().resolve("turn-iuran"))) {
            for (IuranFigures figures : issued) {
                Path folder = folderOf(programme, figures.month());
                if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                        && !shelf.isPurged(programme.key(), figures.month())) {
                    write(programme, figures, issued.get(0).month(), folder);
                }
            }
        }
    }

    /** {@code reply/<code>-<slug>/<programme>/_iuran/<yyyy-mm>/}. */
    public Path folderOf(Programme programme, YearMonth month) {
        Regency regency = house.rules().agreements().getRegency(programme.key().regency());
        return house.workspace()
                .replies(Optional.of(regency), Optional.of(programme))
                .resolve(FOLDER)
                .resolve(month.toString());
    }

    private void write(Programme programme, IuranFigures figures, YearMonth firstIssued, Path folder)
            throws IOException {
        Regency regency = house.rules().agreements().getRegency(programme.key().regency());
        Path unfinished = folder.resolveSibling("." + figures.month() + ".unfinished");
        Durable.removeAll(unfinished);
        Durable.makeFolders(unfinished);
        writeRows(programme, figures, firstIssued, unfinished.resolve(IuranCsv.FILE));
        new IuranPage(house.messages()).write(unfinished.resolve(IuranPage.FILE), regency, programme, figures);
        Durable.closeForOthers(unfinished);
        Durable.publishFolder(unfinished, folder);
        LOG.info("{}: contribution list of {}, {} people", programme.key(), figures.month(), figures.covered());
    }

    private void writeRows(Programme programme, IuranFigures figures, YearMonth firstIssued, Path file)
            throws IOException {
        try (IuranCsv csv = new IuranCsv(file, house.messages())) {
            YearMonth end = programme.endOn(figures.issuedOn());
            shelf.forEachRow(programme.key(), figures.month(), firstIssued, end, row -> {
                try {
                    csv.add(row, amount(programme, row));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            if (csv.sum().compareTo(figures.due().total()) != 0) {
                throw new IllegalStateException("control total: expected "
                        + figures.due().total().toPlainString() + " rupiah, found "
                        + csv.sum().toPlainString());
            }
        }
    }

    private Contribution amount(Programme programme, IuranRow row) {
        return row.times() == 0
                ? Contribution.NONE
                : contributions.monthly(programme, row.base(), row.month()).times(row.times());
    }
}
