package id.jembatan.bench;

import id.jembatan.domain.Field;
import id.jembatan.domain.FieldTexts;
import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Sex;
import id.jembatan.domain.Worker;
import id.jembatan.register.Database;
import id.jembatan.register.Programmes;
import id.jembatan.register.RegisterRooms;
import id.jembatan.register.RoundRates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long loading and settling take when all rows of a drop have the same fate, on both databases: whatever the fate,
 * twice the rows may take about twice the time. {@code make bench-settling}.
 */
public final class SettlingTable {

    private static final int ROWS_AT_A_TIME = 4_000;

    private SettlingTable() {}

    public static void main(String[] arguments) throws Exception {
        int[] sizes = arguments.length > 0
                ? new int[] {Integer.parseInt(arguments[0]) / 2, Integer.parseInt(arguments[0])}
                : new int[] {100_000, 200_000};
        for (Database database : Database.values()) {
            for (int size : sizes) {
                measure(database, size);
            }
        }
        System.exit(0); // the test server's own threads would keep the process
    }

    private static void measure(Database database, int size) throws Exception {
        try (RegisterRooms rooms = new RegisterRooms(
                database.openOnDisk(),
                List.of(
                        Programmes.of("9203/tani").build(),
                        Programmes.of("9203/nelayan").build()))) {
            run(rooms, database, "ACCEPTED", "9203/tani", size, 1, "");
            run(rooms, database, "UNCHANGED", "9203/tani", size, 1, "");
            run(rooms, database, "UPDATED", "9203/tani", size, 1, "PETANI");
            run(rooms, database, "COVERED", "9203/nelayan", size, 1, "");
            run(rooms, database, "DUPLICATE", "9203/nelayan", size, 2, "");
        }
    }

    private static void run(
            RegisterRooms rooms, Database database, String fate, String programme, int size, int times, String work) {
        long start = System.nanoTime();
        long receipt = rooms.receive(programme, RegisterRooms.DAY).number();
        List<JudgedRow> chunk = new ArrayList<>(ROWS_AT_A_TIME);
        for (int i = 0; i < size; i++) {
            int person = times == 1 ? i : size + i / times;
            chunk.add(new JudgedRow(
                    i + 1,
                    0,
                    i + 2,
                    List.of(),
                    Optional.of(person(person, work)),
                    Optional.of(RoundRates.LOWEST_BASE),
                    OptionalLong.empty()));
            if (chunk.size() == ROWS_AT_A_TIME || i == size - 1) {
                rooms.rows.put(receipt, chunk);
                chunk.clear();
            }
        }
        rooms.log.markRead(receipt, RegisterRooms.SHEETS, RegisterRooms.reading(size));
        double loaded = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        LoggedDrop drop = rooms.settle(receipt);
        double settled = (System.nanoTime() - start) / 1e9;
        System.out.println(String.format(
                Locale.ROOT,
                "%-10s %-9s %,9d rows  load %6.1f s  settle %6.1f s  %s",
                database,
                fate,
                size,
                loaded,
                settled,
                drop.outcomes().byOutcome()));
    }

    /** People in no order of their numbers, as on a real list. */
    static Worker person(int number, String work) {
        long mixed = number * 7_919L % 10_000_019L;
        long day = mixed % 28 + 1;
        long month = mixed / 28 % 12 + 1;
        long year = mixed / 336 % 40 + 50;
        long district = mixed / 13_440 % 99 + 1;
        long serial = 9_000 + number / 1_330_560L;
        String name = "ORANG KARANGAN " + number;
        FieldTexts.Builder texts = FieldTexts.builder();
        texts.put(Field.ADDRESS, "JALAN KARANGAN NOMOR " + number);
        texts.put(Field.VILLAGE, "KAMPUNG KARANGAN");
        if (!work.isEmpty()) {
            texts.put(Field.OCCUPATION, work);
        }
        return new Worker(
                new NationalId(Long.parseLong(String.format(
                        "9203%02d%02d%02d%02d%04d", district, day, month, year, serial + mixed / 1_330_560L))),
                name,
                name,
                Optional.empty(),
                Sex.MALE,
                Optional.empty(),
                texts.build());
    }
}
