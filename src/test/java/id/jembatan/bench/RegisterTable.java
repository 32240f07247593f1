package id.jembatan.bench;

import id.jembatan.domain.Field;
import id.jembatan.domain.FieldTexts;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Sex;
import id.jembatan.domain.Worker;
import id.jembatan.register.Database;
import id.jembatan.register.Programmes;
import id.jembatan.register.RegisterRooms;
import id.jembatan.register.RoundRates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a drop settles in a register that knows many: PostgreSQL with a million and with ten million people, a hundred
 * thousand in a programme. Ten times the people may not take ten times as long for the same drop. {@code make bench-register}.
 */
public final class RegisterTable {

    private static final int TO_A_PROGRAMME = 100_000;

    /** The NIKs that {@link #nik} can give; no factor in common with what it multiplies by, so that all are different. */
    private static final long NIKS = 99L * 28 * 12 * 40 * 1_000;

    private static final long MIXING = 7_919;

    private RegisterTable() {}

    /** The numbers of people may be named, the fewest first. */
    public static void main(String[] arguments) throws Exception {
        List<Integer> sizes = new ArrayList<>();
        for (String size : arguments) {
            sizes.add(Integer.parseInt(size));
        }
        if (sizes.isEmpty()) {
            sizes.addAll(List.of(1_000_000, 10_000_000));
        }
        System.out.println("| people in the register | drop | load s | settle s | rows/s |\n|---:|---|---:|---:|---:|");
        for (int size : sizes) {
            measure(size);
        }
        System.exit(0); // the test server's own threads would keep the process
    }

    private static String programme(int number) {
        return "9203/p-" + number;
    }

    private static void measure(int people) throws Exception {
        int programmes = (people + TO_A_PROGRAMME - 1) / TO_A_PROGRAMME;
        List<Programme> all = new ArrayList<>();
        for (int i = 1; i <= programmes + 1; i++) {
            all.add(Programmes.of(programme(i)).build());
        }
        try (RegisterRooms rooms = new RegisterRooms(Database.POSTGRESQL.openOnDisk(), all)) {
            fill(rooms, people, programmes);
            int known = Math.min(10_000, people / 2);
            String fresh = programme(programmes + 1);
            run(rooms, people, "10,000 known, all UNCHANGED", programme(1), 0, known);
            run(rooms, people, "10,000 new", fresh, people, 10_000);
            run(rooms, people, "100,000 new", fresh, people + 10_000, 100_000);
        }
    }

    /** As if lists of {@link #TO_A_PROGRAMME} people each had been settled and sent. */
    private static void fill(RegisterRooms rooms, int people, int programmes) {
        for (int p = 1; p <= programmes; p++) {
            rooms.receive(programme(p), RegisterRooms.DAY); // takes receipt p
            int from = (p - 1) * TO_A_PROGRAMME;
            int many = Math.min(TO_A_PROGRAMME, people - from);
            rooms.sql.update("""
                    insert into drop_row (row_id, sheet, row_no, nik, name, match_key, birth_date, base, address, village)
                    select cast(? as bigint) * 100000000 + g + 1, 0, g + 2,
                        9203 * 1000000000000 + (m % 99 + 1) * 10000000000 + (m / 99 % 28 + 1) * 100000000
                            + (m / 2772 % 12 + 1) * 1000000 + (m / 33264 % 40 + 50) * 10000 + 9000 + m / 1330560,
                        'ORANG KARANGAN ' || i, 'ORANG KARANGAN ' || i,
                        make_date(cast(1950 + m / 33264 % 40 as int), cast(m / 2772 % 12 + 1 as int), cast(m / 99 % 28 + 1 as int)),
                        ?, 'JALAN KARANGAN NOMOR ' || i, 'KAMPUNG KARANGAN'
                    from (select g, cast(? + g as bigint) as i, (cast(? + g as bigint) * 7919) % 1330560000 as m
                        from generate_series(0, ?) g) people""", p, RoundRates.LOWEST_BASE, from, from, many - 1);
            rooms.sql.update("""
                    insert into row_outcome (row_id, outcome) select row_id, 'ACCEPTED' from drop_row
                    where row_id between ? and ?""", p * 100_000_000L, p * 100_000_000L + 99_999_999L);
            rooms.sql.update("""
                    insert into entry (row_id, programme_no, state, data_row_id, base, sent_month, queue)
                    select r.row_id, l.programme_no, 'ACTIVE', r.row_id, r.base, date '2025-03-01', ?
                    from drop_row r join drop_log l on l.receipt = ? where r.row_id between ? and ?""", p, p, p * 100_000_000L, p * 100_000_000L + 99_999_999L);
            rooms.sql.update("""
                    insert into likeness (birth_date, match_key, nik, row_id)
                    select birth_date, match_key, nik, row_id from drop_row where row_id between ? and ?
                    order by birth_date, match_key, nik, row_id""", p * 100_000_000L, p * 100_000_000L + 99_999_999L);
            rooms.sql.update("update drop_log set step = 'REPLIED', status = 'TAKEN' where receipt = ?", p);
        }
        rooms.sql.execute("vacuum analyze");
    }

    private static void run(RegisterRooms rooms, int people, String what, String programme, int first, int size) {
        long start = System.nanoTime();
        long receipt = LoadedList.load(rooms, programme, size, i -> person(first + i));
        double loaded = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        LoggedDrop drop = rooms.settle(receipt);
        double settled = (System.nanoTime() - start) / 1e9;
        System.out.println(String.format(
                Locale.ROOT,
                "| %,d | %s: %s | %.1f | %.1f | %,.0f |",
                people,
                what,
                drop.outcomes().byOutcome(),
                loaded,
                settled,
                size / settled));
    }

    private static long mixed(int number) {
        return number * MIXING % NIKS;
    }

    private static LocalDate born(long mixed) {
        return LocalDate.of(
                (int) (1950 + mixed / 33_264 % 40), (int) (mixed / 2_772 % 12 + 1), (int) (mixed / 99 % 28 + 1));
    }

    /** As {@link #fill} reckons it: area, day, month and year of birth, then 9000 to 9999. */
    private static NationalId nik(long mixed) {
        return new NationalId(9_203_000_000_000_000L
                + (mixed % 99 + 1) * 10_000_000_000L
                + (mixed / 99 % 28 + 1) * 100_000_000L
                + (mixed / 2_772 % 12 + 1) * 1_000_000L
                + (mixed / 33_264 % 40 + 50) * 10_000L
                + 9_000
                + mixed / 1_330_560);
    }

    private static Worker person(int number) {
        String name = "ORANG KARANGAN " + number;
        long mixed = mixed(number);
        return new Worker(
                nik(mixed),
                name,
                name,
                Optional.of(born(mixed)),
                Sex.MALE,
                Optional.empty(),
                FieldTexts.builder()
                        .put(Field.ADDRESS, "JALAN KARANGAN NOMOR " + number)
                        .put(Field.VILLAGE, "KAMPUNG KARANGAN")
                        .build());
    }
}
