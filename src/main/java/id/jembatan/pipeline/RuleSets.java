package id.jembatan.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.jembatan.domain.Agreements;
import id.jembatan.domain.AgreementsBroken;
import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.StoredBatch;
import id.jembatan.pipeline.RulesLost.Why;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of this start, and those of another time that a list, an answer or a batch goes by: what was received under
 * rules is read, judged, settled and answered by them, however often the program starts in between. Thread-safe.
 */
final class RuleSets {

    /** A home changes its rules a few times a year; what is in hand knows two or three of them. */
    private static final int KEPT_IN_MEMORY = 3;

    private final Settings settings;
    private final RuleSet today;
    private final Optional<RuleFiles> files;
    private final RuleArchive archive;
    private final Map<String, RuleSet> loaded = new LinkedHashMap<>(8, 0.75f, true);
    private boolean kept;

    private RuleSets(Settings settings, RuleSet today, Optional<RuleFiles> files, Path work) {
        this.settings = settings;
        this.today = today;
        this.files = files;
        this.archive = new RuleArchive(settings.workspace().rules(), work);
    }

    /**
     * The rules of the settings' configuration folder, read whole: not half before somebody saves a file in it, and half
     * after.
     */
    static RuleSets load(Settings settings) throws IOException {
        for (int i = 0; i < 10; i++) {
            RuleFiles before = RuleFiles.of(settings);
            RuleSet today = RuleSet.load(settings, Configuration.loadRules(settings));
            if (RuleFiles.of(settings).sha256().equals(before.sha256())) {
                return new RuleSets(
                        settings,
                        today,
                        Optional.of(before),
                        settings.workspace().work());
            }
        }
        throw new Unusable("the configuration changes while it is read: " + settings.config());
    }

    /** Rules that nothing outlives: those of a trial. */
    static RuleSets ofTrial(Settings settings, Rulebook rules) throws IOException {
        return new RuleSets(
                settings,
                RuleSet.load(settings, rules),
                Optional.empty(),
                settings.workspace().work());
    }

    /** The same, which put together what they archive in this folder of a node's own. */
    RuleSets workingIn(Path work) {
        return new RuleSets(settings, today, files, work);
    }

    /** Those that whatever begins now goes by. */
    RuleSet today() {
        return today;
    }

    /**
     * The name of today's rules, for what is received or frozen under them; from then on they lie in the archive. Empty in
     * a trial.
     */
    synchronized Optional<String> keep() throws IOException {
        if (files.isPresent() && !kept) {
            archive.keep(files.get());
            kept = true;
        }
        return files.map(RuleFiles::sha256);
    }

    /**
     * Those that the drop was received under.
     *
     * @throws RulesLost when they are gone, damaged, or cannot be read by this program
     */
    RuleSet of(LoggedDrop drop) {
        return get(drop.rules());
    }

    /** Those that the answer was received under; as for a drop. */
    RuleSet of(AnswerFile file) {
        return get(file.rules());
    }

    /** Those that the batch was frozen under; as for a drop. */
    RuleSet of(StoredBatch batch) {
        return get(batch.rules());
    }

    /** Those of that name; what was received before rules were archived goes by today's. */
    synchronized RuleSet get(Optional<String> sha256) {
        if (sha256.isEmpty() || sha256.equals(files.map(RuleFiles::sha256))) {
            return today;
        }
        RuleSet known = loaded.get(sha256.get());
        if (known != null) {
            return known;
        }
        RuleSet read = read(sha256.get());
        loaded.put(sha256.get(), read);
        if (loaded.size() > KEPT_IN_MEMORY) {
            loaded.remove(loaded.keySet().iterator().next());
        }
        return read;
    }

    private RuleSet read(String sha256) {
        Path folder = archive.open(sha256);
        try {
            return RuleSet.loadArchived(folder, settings);
        } catch (AgreementsBroken | Unusable | IllegalStateException | IllegalArgumentException e) {
            throw new RulesLost(Why.UNREADABLE, sha256, folder, e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof JsonProcessingException
                    || e.getCause() instanceof FileNotFoundException
                    || e.getCause() instanceof NoSuchFileException) { // what this program looks for was not there then
                throw new RulesLost(Why.UNREADABLE, sha256, folder, e);
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * By what the folders of a drop are named: the agreements of today, so that its reply lies where people look for it;
     * where today's know its programme no more, those that it was received under as well.
     */
    Agreements placing(LoggedDrop drop) {
        Agreements now = today.book().agreements();
        if (isKnown(drop.receipt(), now)) {
            return now;
        }
        try {
            return now.completedBy(of(drop).book().agreements());
        } catch (RulesLost lost) {
            return now; // it can still be set aside
        }
    }

    /** Whether regency and programme of the receipt, as far as it has them, are in the agreements. */
    static boolean isKnown(Receipt receipt, Agreements agreements) {
        return receipt.regency().flatMap(agreements::findRegency).isPresent()
                        == receipt.regency().isPresent()
                && receipt.programme().flatMap(agreements::findProgramme).isPresent()
                        == receipt.programme().isPresent();
    }
}
