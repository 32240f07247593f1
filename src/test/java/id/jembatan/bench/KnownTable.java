package id.jembatan.bench;

import id.jembatan.domain.Field;
import id.jembatan.domain.FieldTexts;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Sex;
import id.jembatan.domain.Worker;
import id.jembatan.register.Database;
import id.jembatan.register.Programmes;
import id.jembatan.register.RegisterRooms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a drop of 10,000 people costs whom the programme knows already, word for word, beside one of 10,000 whom nobody knows,
 * on both databases: of the processors, because others may use the machine, and by the clock. Every programme has as many
 * people. Median of the rounds after the first. {@code make bench-known}.
 */
public final class KnownTable {

    private static final int PEOPLE = 10_000;
    private static final int ROUNDS = 7;

    private KnownTable() {}

    private static String programme(int number) {
        return "9203/p-" + number;
    }

    /** The people in the register may be named, in ten thousands, then the databases. */
    public static void main(String[] arguments) throws Exception {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        List<Database> databases = arguments.length > 1
                ? Stream.of(arguments).skip(1).map(Database::valueOf).toList()
                : List.of(Database.values());
        System.out.println("| database | people | 10,000 | load, processor ms | settle, processor ms | settle, ms |\n"
                + "|---|---:|---|---:|---:|---:|");
        for (Database database : databases) {
            measure(database, people);
        }
        System.exit(0); // the test server's own threads would keep the process
    }

    static void measure(Database database, int people) throws Exception {
        int full = Math.max(ROUNDS, people / PEOPLE);
        List<Programme> programmes = IntStream.rangeClosed(1, full + ROUNDS)
                .mapToObj(number -> Programmes.of(programme(number)).build())
                .toList();
        try (RegisterRooms rooms = new RegisterRooms(database.openOnDisk(), programmes)) {
            SpentTime spent = SpentTime.of(rooms, database);
            for (int i = 0; i < full; i++) {
                drop(rooms, spent, programme(i + 1), i * PEOPLE, PEOPLE, Outcome.ACCEPTED);
            }
            if (database == Database.POSTGRESQL) {
                rooms.sql.execute("vacuum analyze");
            }
            List<Cost> fresh = new ArrayList<>();
            List<Cost> known = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                int number = full + i;
                fresh.add(drop(rooms, spent, programme(number + 1), number * PEOPLE, PEOPLE, Outcome.ACCEPTED));
                known.add(drop(rooms, spent, programme(i + 1), i * PEOPLE, PEOPLE, Outcome.UNCHANGED));
            }
            Cost ofNew = Cost.median(fresh.subList(1, ROUNDS));
            Cost ofKnown = Cost.median(known.subList(1, ROUNDS));
            print(database, full * PEOPLE, "new", ofNew);
            print(database, full * PEOPLE, "known", ofKnown);
            System.out.println(String.format(
                    Locale.ROOT,
                    "| %s | %,d | known beside new | %.2f | %.2f | %.2f |",
                    database,
                    full * PEOPLE,
                    ofKnown.load() / ofNew.load(),
                    ofKnown.settle() / ofNew.settle(),
                    ofKnown.clock() / ofNew.clock()));
        }
    }

    /**
     * Milliseconds.
     *
     * @param load of the processors
     * @param settle of the processors
     * @param clock from the beginning to the end of settling
     */
    record Cost(double load, double settle, double clock) {

        static Cost median(List<Cost> costs) {
            return new Cost(
                    middle(costs.stream().mapToDouble(Cost::load).toArray()),
                    middle(costs.stream().mapToDouble(Cost::settle).toArray()),
                    middle(costs.stream().mapToDouble(Cost::clock).toArray()));
        }

        private static double middle(double[] all) {
            Arrays.sort(all);
            return (all[(all.length - 1) / 2] + all[all.length / 2]) / 2;
        }
    }

    private static void print(Database database, int people, String what, Cost cost) {
        System.out.println(String.format(
                Locale.ROOT,
                "| %s | %,d | %s | %.0f | %.0f | %.0f |",
                database,
                people,
                what,
                cost.load(),
                cost.settle(),
                cost.clock()));
    }

    static Cost drop(RegisterRooms rooms, SpentTime spent, String programme, int first, int size, Outcome expected) {
        double start = spent.millis();
        long receipt = LoadedList.load(rooms, programme, size, i -> person(first + i));
        double loaded = spent.millis();
        long clock = System.nanoTime();
        LoggedDrop drop = rooms.settle(receipt);
        Cost cost = new Cost(loaded - start, spent.millis() - loaded, (System.nanoTime() - clock) / 1e6);
        if (drop.outcomes().of(expected) != size) {
            throw new IllegalStateException("control total: expected " + size + " " + expected + ", found "
                    + drop.outcomes().byOutcome());
        }
        return cost;
    }

    private static Worker person(int number) {
        long mixed = number * 7_919L % 10_000_019L;
        int day = (int) (mixed % 28 + 1);
        int month = (int) (mixed / 28 % 12 + 1);
        int year = (int) (mixed / 336 % 40 + 50);
        long district = mixed / 13_440 % 99 + 1;
        String name = "ORANG KARANGAN " + number;
        return new Worker(
                new NationalId(Long.parseLong(String.format(
                        "9203%02d%02d%02d%02d%04d", district, day, month, year, 9_000 + mixed / 1_330_560L))),
                name,
                name,
                Optional.of(LocalDate.of(1900 + year, month, day)),
                Sex.MALE,
                Optional.empty(),
                FieldTexts.builder()
                        .put(Field.SEX, Sex.MALE.letter())
                        .put(Field.BIRTH_PLACE, "FAKFAK")
                        .put(Field.ADDRESS, "JALAN KARANGAN NOMOR " + number)
                        .put(Field.RT, "001")
                        .put(Field.RW, "002")
                        .put(Field.VILLAGE, "KAMPUNG KARANGAN")
                        .put(Field.DISTRICT, "FAKFAK")
                        .put(Field.OCCUPATION, "NELAYAN")
                        .put(Field.PHONE, "+62811" + (10_000_000 + number))
                        .put(Field.MOTHER_NAME, "IBU KARANGAN " + number)
                        .build());
    }
}
