package id.jembatan.pipeline;

import id.jembatan.domain.Account;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.StoredBatch;
import id.jembatan.domain.Unanswered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was sent to the branches, each shown only to whom it may be. */
public final class BatchDesk {

    private final House house;

    public BatchDesk(House house) {
        this.house = house;
    }

    /**
     * A batch and what came of it.
     *
     * @param silent lines of new people that the branch has not answered
     * @param days how long they have waited
     * @param paid the day on which its bill was paid
     */
    public record Sent(StoredBatch batch, long silent, long days, Optional<LocalDate> paid) {}

    /** The newest batches before that one that somebody may see, the newest first. */
    public List<Sent> listLatest(Account account, long before, int atMost) {
        List<ProgrammeKey> seen = house.rules().agreements().listProgrammes().stream()
                .map(Programme::key)
                .filter(account::isSeeing)
                .toList();
        List<StoredBatch> batches = house.enrolments().listLatest(seen, before, atMost);
        Map<Long, LocalDate> paid =
                house.silence().findPaid(batches.stream().map(StoredBatch::id).toList());
        Map<String, Unanswered> silent = new HashMap<>();
        house.silence().listUnanswered().forEach(one -> silent.put(one.batch(), one));
        List<Sent> sent = new ArrayList<>();
        for (StoredBatch batch : batches) {
            Optional<Unanswered> waits = Optional.ofNullable(silent.get(batch.number()));
            sent.add(new Sent(
                    batch,
                    waits.map(Unanswered::lines).orElse(0L),
                    waits.map(one -> one.days(house.today(batch.programme().regency())))
                            .orElse(0L),
                    Optional.ofNullable(paid.get(batch.id()))));
        }
        return sent;
    }
}
