package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.disk.Journal;
import id.jembatan.disk.JournalReader;
import id.jembatan.disk.Turn;
import id.jembatan.domain.Agreements;
import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.AnswerRow;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.OperatorNeeded;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.RestoredRegister;
import id.jembatan.domain.Workspace;
import id.jembatan.read.DropReader;
import id.jembatan.stage.JournalOutbox;
import id.jembatan.stage.PurgedPeople;
import id.jembatan.stage.RebuiltFile;
import id.jembatan.stage.Register;
import id.jembatan.stage.Replay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Restores a lost register from journal and archive (SPEC section 8), then the replies and batches that are gone. A
 * register appears whole or not at all: an embedded one by a rename, one on a server by a single transaction; so a killed
 * rebuild is simply run again.
 */
public final class Rebuild {

    private final Settings settings;
    private final Path routes;
    private final Workspace workspace;
    private final RuleSets rules;
    private final Journal journal;
    private final Progress progress;

    /**
     * To rebuild the register of a home.
     *
     * @param routes the folder of the YAML routes, by which replies are written
     */
    public Rebuild(Settings settings, Path routes, Progress progress) throws IOException {
        this.settings = settings;
        this.routes = routes;
        this.workspace = settings.workspace();
        this.rules = RuleSets.load(settings);
        this.journal = new Journal(workspace.journal());
        this.progress = progress;
    }

    /** Told after each record. */
    @FunctionalInterface
    public interface Progress {

        void at(long record, long last, long rows);
    }

    /**
     * What is asked for.
     *
     * @param evenIfThere replaces a register that is there; it is kept beside
     * @param batchesToo writes also batches again that their branch has taken away
     */
    public record Wish(boolean evenIfThere, boolean batchesToo) {}

    /**
     * What was done.
     *
     * @param restored empty when the register stood, and only replies and batches were looked for
     * @param keptAside the register that was there
     * @param cut records at the journal's end of something that was never finished nor published
     * @param failed drops and batches that could not be written as they were
     */
    public record Report(
            Optional<RestoredRegister> restored,
            Optional<Path> keptAside,
            long cut,
            long replies,
            long batches,
            List<String> failed) {}

    /**
     * The journal, proved from its first record to its last.
     *
     * @param written its last record
     * @param last its last record that ends something
     * @param end how long {@code file} is up to it
     */
    private record Proved(Journal.Mark written, Journal.Mark last, Path file, long end) {}

    private final PurgedPeople purged = new PurgedPeople();

    /** Whoever rebuilds has this turn, and nobody opens the home meanwhile. */
    static Path turn(Workspace workspace) {
        return workspace.work().resolve("turn-rebuild");
    }

    /**
     * Does it.
     *
     * @throws OperatorNeeded when it cannot be done before something else is; nothing is changed then
     */
    @SuppressWarnings("try") // the turn is held, not used
    public Report run(Wish wish) throws Exception {
        for (Path folder : workspace.folders()) {
            Durable.makeFolders(folder);
        }
        Optional<Turn> free = Turn.tryTake(turn(workspace));
        if (free.isEmpty()) {
            throw new OperatorNeeded("rebuild.under-way");
        }
        try (Turn turn = free.get()) {
            List<String> living = Node.listLiving(workspace.work());
            if (!living.isEmpty()) {
                throw new OperatorNeeded("rebuild.home-in-use", String.join(", ", living));
            }
            return rebuild(wish);
        }
    }

    private Report rebuild(Wish wish) throws Exception {
        Proved proved = prove();
        Found found = wish.evenIfThere() ? Found.REPLACEABLE : find(proved);
        if (found == Found.STANDS) {
            return answer(new Report(Optional.empty(), Optional.empty(), 0, 0, 0, List.of()), wish);
        }
        long cut = proved.written().seq() - proved.last().seq();
        if (settings.databaseUrl().isPresent()) {
            return answer(new Report(Optional.of(onServer(proved)), Optional.empty(), cut, 0, 0, List.of()), wish);
        }
        RebuiltFile file = new RebuiltFile(workspace.database());
        RestoredRegister restored = embedded(file, proved);
        Optional<Path> keptAside = file.publish(found != Found.EMPTY);
        return answer(new Report(Optional.of(restored), keptAside, cut, 0, 0, List.of()), wish);
    }

    private Proved prove() throws IOException {
        Journal.Mark none = new Journal.Mark(0, "");
        Proved proved = new Proved(none, none, workspace.journal(), 0);
        try (JournalReader lines = new JournalReader(journal)) {
            for (Optional<JournalReader.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                JournalReader.Line read = line.get();
                purged.see(read.text());
                Journal.Mark mark = Journal.markOf(read.seq(), read.text());
                proved = Replay.mayEndWith(read.text())
                        ? new Proved(mark, mark, read.file(), read.end())
                        : new Proved(mark, proved.last(), proved.file(), proved.end());
            }
        }
        if (proved.last().seq() == 0) {
            throw new OperatorNeeded("rebuild.no-journal", workspace.journal());
        }
        return proved;
    }

    /** What is there before. */
    private enum Found {
        /** Nothing was ever received into it. */
        EMPTY,
        /** It cannot be read, or the operator says so. */
        REPLACEABLE,
        /** It knows all that the journal knows, so it is not lost. */
        STANDS
    }

    private Found find(Proved proved) {
        boolean embedded = settings.databaseUrl().isEmpty();
        if (embedded && !new RebuiltFile(workspace.database()).exists()) {
            return Found.EMPTY;
        }
        try (Register register = House.openRegister(settings)) {
            if (register.isEmpty()) {
                return Found.EMPTY;
            }
            if (!new JournalOutbox(register).wrote(proved.written())) {
                throw new OperatorNeeded(
                        embedded ? "rebuild.behind" : "rebuild.behind-on-server",
                        new JournalOutbox(register).lastGiven(),
                        proved.last());
            }
            return Found.STANDS;
        } catch (OperatorNeeded e) {
            throw e;
        } catch (RuntimeException e) {
            if (embedded && Faults.isDamagedRegister(e)) {
                return Found.REPLACEABLE;
            }
            throw e;
        }
    }

    private RestoredRegister embedded(RebuiltFile file, Proved proved) throws IOException {
        try (Register register = file.open(
                settings.get("jembatan.db.h2"),
                settings.get("jembatan.db.user"),
                settings.get("jembatan.db.password"),
                2)) {
            return replay(register, proved);
        }
    }

    private RestoredRegister onServer(Proved proved) {
        try (Register register = House.openRegister(settings)) {
            if (!register.isEmpty()) {
                throw new OperatorNeeded("rebuild.not-empty-on-server");
            }
            return register.inTransaction(() -> {
                try {
                    return replay(register, proved);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private RestoredRegister replay(Register register, Proved proved) throws IOException {
        try (Node node = Node.take(workspace.work(), settings.get(House.NODE));
                Replay replay = new Replay(register, home(node), purged);
                JournalReader lines = new JournalReader(journal)) {
            for (Optional<JournalReader.Line> line = lines.next();
                    line.isPresent() && line.get().seq() <= proved.last().seq();
                    line = lines.next()) {
                replay.apply(line.get().seq(), line.get().text());
                progress.at(line.get().seq(), proved.last().seq(), replay.rows());
            }
            cutUnfinished(proved);
            return replay.finish(proved.last());
        }
    }

    /** What a kill left of a transaction at the journal's end was never published: it will be recorded again. */
    private void cutUnfinished(Proved proved) throws IOException {
        boolean behind = false;
        for (Path file : journal.files()) {
            if (behind) {
                journal.cut(file, 0);
            } else if (file.equals(proved.file())) {
                journal.cut(file, proved.end());
                behind = true;
            }
        }
    }

    private Replay.Home home(Node node) {
        CamelContext camel = new DefaultCamelContext(); // lent to the CSV reader, never started
        DropReader reader = new DropReader(settings.limits(), new CamelCsv(() -> camel), node.folder());
        return new Replay.Home() {
            @Override
            public Replay.People open(LoggedDrop drop) {
                return ArchivedPeople.open(drop, workspace, rulesOf(drop.rules()), reader);
            }

            @Override
            public boolean isPractice(LoggedDrop drop) {
                return drop.receipt()
                        .programme()
                        .flatMap(rulesOf(drop.rules()).book().agreements()::findProgramme)
                        .filter(Programme::practice)
                        .isPresent();
            }

            @Override
            public void readAnswers(AnswerFile file, Consumer<List<AnswerRow>> chunks) {
                try {
                    AnswerPass.survey(reader, workspace, file, rulesOf(file.rules()))
                            .takeAll(chunks::accept);
                } catch (DropRefused | IOException e) {
                    throw new OperatorNeeded("rebuild.answer-differs", file.id());
                }
            }

            @Override
            public boolean isAnswered(LoggedDrop drop) {
                Receipt receipt = drop.receipt();
                Agreements placing = rules.placing(drop);
                return Files.exists(workspace
                        .replies(
                                receipt.regency().flatMap(placing::findRegency),
                                receipt.programme().flatMap(placing::findProgramme))
                        .resolve(drop.folder()));
            }
        };
    }

    private RuleSet rulesOf(Optional<String> sha256) {
        try {
            return rules.get(sha256);
        } catch (RulesLost lost) {
            throw lost.needed();
        }
    }

    private Report answer(Report done, Wish wish) throws Exception {
        try (House house = House.openWhileRebuilt(settings);
                Service service = Service.start(house, routes)) {
            RebuiltReplies replies = new RebuiltReplies(house, service);
            long answered = replies.answerMissing();
            long sent = replies.sendMissing(wish.batchesToo());
            new IssueIuran(house).writeMissing();
            new PurgePeople(house).writeMissing();
            return new Report(done.restored(), done.keptAside(), done.cut(), answered, sent, replies.failed());
        }
    }
}
