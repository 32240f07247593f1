package id.jembatan.bench;

import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.AnswerRow;
import id.jembatan.domain.AnswerVerdict;
import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.LineRef;
import id.jembatan.register.Database;
import id.jembatan.register.Programmes;
import id.jembatan.register.RegisterRooms;
import id.jembatan.register.RoundRates;
import id.jembatan.stage.AnswerLog;
import id.jembatan.stage.AnswerShelf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long a branch's answer takes to load and to settle when all of its rows have the same fate, on both databases, and how
 * long status then looks for what is to be decided. {@code make bench-answers}.
 */
public final class AnswersTable {

    private static final int ROWS_AT_A_TIME = 4_000;
    private static final String BRANCH = "cabang-9203";

    private AnswersTable() {}

    public static void main(String[] arguments) throws Exception {
        int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        for (Database database : Database.values()) {
            for (int rows : new int[] {size / 2, size}) {
                measure(database, rows);
            }
        }
        System.exit(0); // the test server's own threads would keep the process
    }

    private static void measure(Database database, int size) throws Exception {
        try (RegisterRooms rooms = new RegisterRooms(
                database.openOnDisk(),
                List.of(
                        Programmes.of("9203/tani").overlapAllowed().build(),
                        Programmes.of("9203/nelayan").overlapAllowed().build()))) {
            String farmers = send(rooms, "9203/tani", size);
            send(rooms, "9203/nelayan", size);
            // people of both programmes wait: only a REF says which of the two is meant
            answer(rooms, database, "by REF, accepted", size, farmers, AnswerVerdict.ACCEPTED, "1");
            answer(rooms, database, "by REF, repeated", size, farmers, AnswerVerdict.ACCEPTED, "1");
            answer(rooms, database, "by NIK, accepted", size, "", AnswerVerdict.ACCEPTED, "1");
            answer(rooms, database, "by REF, otherwise", size, farmers, AnswerVerdict.REFUSED, "");
        }
    }

    private static String send(RegisterRooms rooms, String programme, int size) {
        long receipt = rooms.receive(programme, RegisterRooms.DAY).number();
        List<JudgedRow> chunk = new ArrayList<>(ROWS_AT_A_TIME);
        for (int i = 0; i < size; i++) {
            chunk.add(new JudgedRow(
                    i + 1,
                    0,
                    i + 2,
                    List.of(),
                    Optional.of(SettlingTable.person(i, "")),
                    Optional.of(RoundRates.LOWEST_BASE),
                    OptionalLong.empty()));
            if (chunk.size() == ROWS_AT_A_TIME || i == size - 1) {
                rooms.rows.put(receipt, chunk);
                chunk.clear();
            }
        }
        rooms.log.markRead(receipt, RegisterRooms.SHEETS, RegisterRooms.reading(size));
        rooms.settle(receipt);
        rooms.enrol(programme, RegisterRooms.DAY);
        String[] number = {""};
        rooms.enrolments.listUnsent().forEach(batch -> {
            rooms.enrolments.markPublishing(batch, "0".repeat(64));
            rooms.enrolments.markSent(batch);
            number[0] = batch.number();
        });
        return number[0];
    }

    private static void answer(
            RegisterRooms rooms,
            Database database,
            String fate,
            int size,
            String batch,
            AnswerVerdict verdict,
            String kpj) {
        AnswerLog log = new AnswerLog(rooms.register);
        AnswerShelf shelf = new AnswerShelf(rooms.register);
        long start = System.nanoTime();
        AnswerFile file = log.receive(new AnswerLog.Arrived(
                Optional.of(BRANCH),
                fate,
                fate,
                String.format("%064x", start),
                size,
                Instant.parse("2025-03-06T00:00:00Z"),
                RegisterRooms.DAY.plusDays(1),
                Optional.empty()));
        List<AnswerRow> chunk = new ArrayList<>(ROWS_AT_A_TIME);
        for (int i = 0; i < size; i++) {
            chunk.add(new AnswerRow(
                    i + 1L,
                    0,
                    i + 2,
                    batch.isEmpty() ? Optional.empty() : Optional.of(new LineRef(batch, i + 1)),
                    batch.isEmpty()
                            ? OptionalLong.of(SettlingTable.person(i, "").nik().value())
                            : OptionalLong.empty(),
                    Optional.empty(),
                    Optional.of(verdict),
                    kpj.isEmpty() ? Optional.empty() : Optional.of(String.format(Locale.ROOT, "%s%010d", kpj, i)),
                    "",
                    Optional.empty()));
            if (chunk.size() == ROWS_AT_A_TIME || i == size - 1) {
                shelf.put(file, chunk);
                chunk.clear();
            }
        }
        double loaded = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        AnswerFile settled = shelf.settle(file, List.of(""), size);
        double took = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        long toDecide =
                log.countToDecide().values().stream().mapToLong(Long::longValue).sum();
        System.out.println(String.format(
                Locale.ROOT,
                "%-10s %-17s %,9d rows  load %5.1f s  settle %5.1f s  status %5.2f s (%,d)  %s",
                database,
                fate,
                size,
                loaded,
                took,
                (System.nanoTime() - start) / 1e9,
                toDecide,
                settled.counts().byOutcome()));
    }
}
