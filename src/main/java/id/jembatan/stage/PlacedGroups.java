package id.jembatan.stage;

import id.jembatan.domain.PlacedGroup;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The people with a place in a programme, and those who were sent and have ended, counted by what decides their cost. Who
 * ended before a batch, or was refused, costs nothing (SPEC section 3).
 */
final class PlacedGroups {

    private static final String GROUPS = """
            select base, sent_month, ended_on, count(*) from entry
            where programme_no = ?
                and (state in ('STAGED', 'SENT', 'ACTIVE') or (state = 'ENDED' and sent_month is not null))
            group by base, sent_month, ended_on order by base, sent_month, ended_on""";

    private PlacedGroups() {}

    static void forEach(Register register, int programme, Consumer<PlacedGroup> action) {
        register.jdbc()
                .query(
                        GROUPS,
                        row -> {
                            action.accept(new PlacedGroup(
                                    row.getBigDecimal(1),
                                    month(row.getObject(2, LocalDate.class)),
                                    month(row.getObject(3, LocalDate.class)),
                                    row.getLong(4)));
                        },
                        programme);
    }

    /** Everybody who is or ever was in the programme, as having a place: more cannot have been in it at once. */
    static void forEverybody(Register register, int programme, Consumer<PlacedGroup> action) {
        register.jdbc()
                .query(
                        "select base, sent_month, count(*) from entry where programme_no = ?"
                                + " group by base, sent_month order by base, sent_month",
                        row -> {
                            action.accept(new PlacedGroup(
                                    row.getBigDecimal(1),
                                    month(row.getObject(2, LocalDate.class)),
                                    Optional.empty(),
                                    row.getLong(3)));
                        },
                        programme);
    }

    private static Optional<YearMonth> month(@Nullable LocalDate day) {
        return Optional.ofNullable(day).map(YearMonth::from);
    }
}
