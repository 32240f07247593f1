package id.jembatan.register;

import id.jembatan.domain.Field;
import id.jembatan.register.Story.Drop;
import id.jembatan.register.Story.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** A drop of which rows may have come before, as they were or with one field written otherwise: as lists come again. */
record PlannedDrop(int programme, List<Row> rows, List<Again> again, Rows from, int endedBefore) {

    /** Every field that the register keeps. */
    static final List<Field> KEPT = Stream.concat(
                    Stream.of(Field.NAME, Field.BIRTH_DATE, Field.SEX, Field.PHONE, Field.WAGE), Story.MORE.stream())
            .toList();

    /** Where the rows of a drop come from; from nowhere else where the programme has had none. */
    enum Rows {
        NEW,
        /** Some earlier ones too. */
        MIXED,
        /** Everybody whom the programme has had, once, as they were told last. */
        WHOLE_LIST
    }

    /** An earlier row of the programme, counted round: as it was, or with one field written otherwise. */
    record Again(int which, Optional<Field> changed, int pick) {

        Row of(Row earlier) {
            return changed.map(field -> earlier.with(field, pick)).orElse(earlier);
        }
    }

    /**
     * The drops as they come.
     *
     * @param oneName everybody is called the same at first: then nobody is somebody else
     */
    static List<Drop> play(List<PlannedDrop> planned, boolean oneName) {
        Map<Integer, List<Row>> earlier = new HashMap<>();
        List<Drop> drops = new ArrayList<>();
        for (PlannedDrop plan : planned) {
            List<Row> known = earlier.computeIfAbsent(plan.programme(), it -> new ArrayList<>());
            List<Row> rows = again(plan, known);
            if (rows.isEmpty() || plan.from() != Rows.WHOLE_LIST) {
                plan.rows().forEach(row -> rows.add(oneName ? row.with(Field.NAME, 0) : row));
            }
            known.addAll(rows);
            drops.add(new Drop(plan.programme(), rows, plan.endedBefore()));
        }
        return drops;
    }

    private static List<Row> again(PlannedDrop plan, List<Row> known) {
        List<Row> rows = new ArrayList<>();
        if (plan.from() == Rows.MIXED && !known.isEmpty()) {
            plan.again().forEach(again -> rows.add(again.of(known.get(again.which() % known.size()))));
        }
        if (plan.from() == Rows.WHOLE_LIST) {
            Map<Integer, Row> last = new TreeMap<>();
            known.forEach(row -> last.put(row.nik(), row));
            last.values()
                    .forEach(row -> rows.add(
                            plan.again().get(rows.size() % plan.again().size()).of(row)));
        }
        return rows;
    }

    private static Arbitrary<Again> comingAgain() {
        Arbitrary<Optional<Field>> unchanged = Arbitraries.just(Optional.empty());
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.frequencyOf(
                                Tuple.of(1, unchanged),
                                Tuple.of(1, Arbitraries.of(KEPT).map(Optional::of))),
                        Arbitraries.integers().between(0, 19))
                .as(Again::new);
    }

    static Arbitrary<PlannedDrop> any(Arbitrary<Row> row) {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(0)),
                                Tuple.of(2, Arbitraries.integers().between(1, 3))),
                        row.list().ofMinSize(1).ofMaxSize(7),
                        comingAgain().list().ofMinSize(1).ofMaxSize(9),
                        Arbitraries.of(Rows.values()),
                        Arbitraries.integers().between(-6, 6))
                .as(PlannedDrop::new);
    }
}
