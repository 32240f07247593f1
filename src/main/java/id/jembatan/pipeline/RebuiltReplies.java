package id.jembatan.pipeline;

import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.OperatorNeeded;
import id.jembatan.domain.Programme;
import id.jembatan.domain.StoredBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replies and batches that were out once and are there no more, written again from a register that stands; what is there
 * stays untouched. A batch alone that is gone was taken away by its branch, and is not written again; where the branch's
 * whole folder is gone, it is lost.
 */
final class RebuiltReplies {

    private static final Logger LOG = LoggerFactory.getLogger(RebuiltReplies.class);

    private final House house;
    private final Service service;
    private final List<String> failed = new ArrayList<>();

    RebuiltReplies(House house, Service service) {
        this.house = house;
        this.service = service;
    }

    /** Drops and batches that could not be written as they were. */
    List<String> failed() {
        return List.copyOf(failed);
    }

    /** How many replies were missing and are there again: a folder that several drops wrote, all of them in their order. */
    long answerMissing() throws IOException {
        Set<Path> missing = new HashSet<>();
        forEachAnswered(drop -> {
            Path folder = service.beans().reports().folderOf(drop);
            if (!Files.exists(folder.resolve("summary.json"))) { // a notice may lie there alone
                missing.add(folder);
            }
        });
        forEachAnswered(drop -> {
            if (missing.contains(service.beans().reports().folderOf(drop))) {
                answer(drop);
            }
        });
        answerBranches();
        for (Programme programme : house.rules().agreements().listProgrammes()) {
            house.index().writeMissing(programme);
        }
        return missing.stream().filter(Files::exists).count();
    }

    /** A folder that several files wrote, all of them in their order. */
    private void answerBranches() {
        Set<Path> gone = new HashSet<>();
        for (AnswerFile file : house.answers().listAnswered()) {
            Path folder = service.beans().answerReports().folderOf(file);
            boolean missing = gone.contains(folder) || !Files.exists(folder);
            if (missing && !house.answers().isPurged(file)) {
                gone.add(folder);
                answer(file);
            }
        }
    }

    private void answer(AnswerFile file) {
        try {
            service.beans().answerReports().publish(file);
        } catch (IOException | RuntimeException e) { // one that cannot be written must not keep the others away
            if (Faults.isOfTheLine(e)) {
                throw new IllegalStateException("replies cannot be written", e);
            }
            LOG.error("{}: no receipt: {}", file, Faults.brief(e));
            failed.add(file.id().value());
        }
    }

    /** A drop of a programme that no agreements know, neither today's nor its own, has no folder to be answered in. */
    private void forEachAnswered(Consumer<LoggedDrop> action) {
        long receipt = 0;
        List<LoggedDrop> drops = house.log().listAnsweredAfter(receipt);
        while (!drops.isEmpty()) {
            drops.stream().filter(this::isKnown).forEach(action);
            receipt = drops.get(drops.size() - 1).receipt().number();
            drops = house.log().listAnsweredAfter(receipt);
        }
    }

    private boolean isKnown(LoggedDrop drop) {
        return RuleSets.isKnown(drop.receipt(), house.ruleSets().placing(drop));
    }

    private void answer(LoggedDrop drop) {
        try {
            service.answerAgain(drop.receipt().number());
        } catch (Exception e) { // one reply that cannot be written must not keep the others away
            if (Faults.isOfTheLine(e)) {
                throw new IllegalStateException("replies cannot be written", e);
            }
            LOG.error("receipt {}: no reply: {}", drop.receipt().number(), Faults.brief(e));
            failed.add(drop.receipt().id().value());
        }
    }

    /**
     * How many batches are there again.
     *
     * @param alsoTaken also those that the branch seems to have taken away
     */
    long sendMissing(boolean alsoTaken) throws IOException {
        Path outbound = house.workspace().outbound();
        List<StoredBatch> sent = house.enrolments().listSent();
        Set<String> lost = new HashSet<>();
        for (StoredBatch batch : sent) {
            if (alsoTaken || !Files.exists(outbound.resolve(batch.branch()))) {
                lost.add(batch.branch());
            }
        }
        long written = 0;
        for (StoredBatch batch : sent) {
            Path folder = outbound.resolve(batch.branch()).resolve(batch.number());
            if (lost.contains(batch.branch())
                    && !Files.exists(folder)
                    && !house.enrolments().isPurged(batch)) {
                try {
                    service.beans().batches().sendAgain(batch);
                    written++;
                } catch (OperatorNeeded differs) {
                    failed.add(batch.number());
                } catch (RulesLost gone) {
                    LOG.error("batch {}: not written: {}", batch.number(), Faults.brief(gone));
                    failed.add(batch.number());
                }
            }
        }
        return written;
    }
}
