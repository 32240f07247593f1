package id.jembatan.settle;

import id.jembatan.domain.Agreements;
import id.jembatan.domain.Amendment;
import id.jembatan.domain.Contributions;
import id.jembatan.domain.PlaceReckoner;
import id.jembatan.domain.PlacedGroup;
import id.jembatan.domain.Places;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RoomAllAlong;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Whether quota and budget would have held everybody at once, on each day since on which they changed. Everybody counts from
 * the first of those months at the latest, which costs most: so a yes is sure, and a no may be too careful.
 */
public final class RoomSince implements RoomAllAlong {

    private final Agreements agreements;
    private final Contributions contributions;
    private final LocalDate today;

    public RoomSince(Agreements agreements, Contributions contributions, LocalDate today) {
        this.agreements = agreements;
        this.contributions = contributions;
        this.today = today;
    }

    @Override
    public boolean hadRoom(ProgrammeKey key, LocalDate since, Consumer<Consumer<PlacedGroup>> everybody) {
        Programme programme = agreements.getProgramme(key);
        YearMonth first = YearMonth.from(since);
        return Stream.concat(
                        Stream.of(since, today),
                        programme.amendments().stream()
                                .map(Amendment::from)
                                .filter(from -> from.isAfter(since) && from.isBefore(today)))
                .allMatch(day -> {
                    PlaceReckoner reckoner = new PlaceReckoner(programme, contributions, day);
                    Consumer<PlacedGroup> counting = reckoner.counting();
                    everybody.accept(group -> counting.accept(atTheLatest(first, group)));
                    return holds(reckoner.places(0));
                });
    }

    private static PlacedGroup atTheLatest(YearMonth first, PlacedGroup group) {
        YearMonth from =
                group.sentMonth().filter(month -> month.isBefore(first)).orElse(first);
        return new PlacedGroup(group.base(), Optional.of(from), Optional.empty(), group.people());
    }

    private static boolean holds(Places places) {
        boolean people =
                places.quota().isEmpty() || places.used() <= places.quota().getAsLong();
        Optional<BigDecimal> budget = places.budget();
        return people && (budget.isEmpty() || places.committed().compareTo(budget.get()) <= 0);
    }
}
