package id.jembatan.stage;

import id.jembatan.domain.PlacedGroup;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Consumer;

/** The people with a place in a programme, counted by what decides their cost. */
final class PlacedGroups {

    private static final String GROUPS = """
            select base, sent_month, count(*) from entry
            where programme_no = ? and state in ('STAGED', 'SENT', 'ACTIVE')
            group by base, sent_month order by base, sent_month""";

    private PlacedGroups() {}

    static void forEach(Register register, int programme, Consumer<PlacedGroup> action) {
        register.jdbc()
                .query(
                        GROUPS,
                        row -> {
                            action.accept(new PlacedGroup(
                                    row.getBigDecimal(1),
                                    Optional.ofNullable(row.getObject(2, LocalDate.class))
                                            .map(YearMonth::from),
                                    row.getLong(3)));
                        },
                        programme);
    }
}
