package id.jembatan.pipeline;

import id.jembatan.domain.EntryState;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.PlaceReckoner;
import id.jembatan.domain.Places;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Regency;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.domain.StoredBatch;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How things stand, as {@code status --json} gives it (SPEC section 10).
 *
 * @param drops received on the business day
 * @param batches frozen on the business day
 * @param attention what needs a person
 */
public record HouseStatus(
        List<ProgrammeStatus> programmes, List<DropStatus> drops, List<BatchStatus> batches, List<String> attention) {

    /**
     * One programme.
     *
     * @param quota null = no limit
     * @param left how many more could come in; null = no limit
     * @param committed rupiah to the programme's end
     * @param budget null = none
     * @param billed rupiah of the batches that were sent, each to the programme's end
     * @param paid rupiah of those whose bills are paid
     */
    public record ProgrammeStatus(
            String regency,
            String programme,
            @Nullable Long quota,
            long active,
            long sent,
            long staged,
            long waiting,
            @Nullable Long left,
            BigDecimal monthly,
            BigDecimal committed,
            @Nullable BigDecimal budget,
            BigDecimal billed,
            BigDecimal paid) {}

    /** One drop of the day. */
    public record DropStatus(
            String drop,
            @Nullable String regency,
            @Nullable String programme,
            String status,
            @Nullable String reason,
            Map<String, Long> rows,
            long read) {

        public static DropStatus of(LoggedDrop drop) {
            Map<String, Long> rows = new java.util.TreeMap<>();
            drop.outcomes()
                    .byOutcome()
                    .forEach((outcome, count) -> rows.put(id.jembatan.domain.RowCounts.nameOf(outcome), count));
            return new DropStatus(
                    drop.receipt().id().value(),
                    drop.receipt().regency().map(code -> code.value()).orElse(null),
                    drop.receipt().programme().map(key -> key.id()).orElse(null),
                    drop.step() == LoggedDrop.Step.PARKED
                            ? "PARKED"
                            : drop.status()
                                    .map(ReplyStatus::name)
                                    .orElse(drop.step().name()),
                    drop.refusal().map(refusal -> refusal.code().name()).orElse(null),
                    rows,
                    drop.outcomes().read());
        }
    }

    /** One batch of the day. */
    public record BatchStatus(String batch, String branch, String state, long people, BigDecimal monthly) {

        public static BatchStatus of(StoredBatch batch) {
            return new BatchStatus(
                    batch.number(),
                    batch.branch(),
                    batch.state().name(),
                    batch.people(),
                    batch.monthly().total());
        }
    }

    /** How the home stands now. */
    public static HouseStatus of(House house) throws IOException {
        return of(house, programmes(house), Attention.listAll(house));
    }

    /** Every programme that is no practice, in the agreements' order. */
    static List<ProgrammeStatus> programmes(House house) {
        List<ProgrammeStatus> programmes = new ArrayList<>();
        for (Regency regency : house.rules().agreements().regencies()) {
            LocalDate today = house.clock().today(regency.zone());
            for (Programme programme : regency.programmes()) {
                if (!programme.practice()) {
                    programmes.add(programme(house, programme, today));
                }
            }
        }
        return programmes;
    }

    /** For who has asked already how the programmes stand and what needs a person. */
    static HouseStatus of(House house, List<ProgrammeStatus> programmes, List<Attention> needed) {
        List<DropStatus> drops = new ArrayList<>();
        List<BatchStatus> batches = new ArrayList<>();
        house.rules().agreements().regencies().stream()
                .map(regency -> house.clock().today(regency.zone()))
                .distinct()
                .forEach(day -> {
                    house.log().listOfDay(day).forEach(drop -> drops.add(DropStatus.of(drop)));
                    house.enrolments().listOfDay(day).forEach(batch -> batches.add(BatchStatus.of(batch)));
                });
        List<String> attention = needed.stream().map(Attention::text).toList();
        return new HouseStatus(programmes, drops, batches, attention);
    }

    /**
     * The programme's places and money on the day.
     *
     * @param waiting how many wait for a place
     */
    static Places places(House house, Programme programme, LocalDate today, long waiting) {
        PlaceReckoner reckoner = new PlaceReckoner(programme, house.rules().contributions(), today);
        house.status().forEachPlaced(programme.key(), reckoner.counting());
        return reckoner.places(waiting);
    }

    private static ProgrammeStatus programme(House house, Programme programme, LocalDate today) {
        Map<EntryState, Long> states = house.status().countStates(programme.key());
        Places places = places(house, programme, today, states.getOrDefault(EntryState.WAITLISTED, 0L));
        return new ProgrammeStatus(
                programme.key().regency().value(),
                programme.key().id(),
                places.quota().isPresent() ? places.quota().getAsLong() : null,
                states.getOrDefault(EntryState.ACTIVE, 0L),
                states.getOrDefault(EntryState.SENT, 0L),
                states.getOrDefault(EntryState.STAGED, 0L),
                places.waiting(),
                places.left().isPresent() ? places.left().getAsLong() : null,
                places.monthly(),
                places.committed(),
                places.budget().orElse(null),
                house.silence().billed(programme.key()),
                house.silence().paid(programme.key()));
    }
}
