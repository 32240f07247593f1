package id.jembatan.bench;

import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.Worker;
import id.jembatan.register.RegisterRooms;
import id.jembatan.register.RoundRates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;

/** A list of people who pay by the lowest base, loaded as a route does it: in chunks, all of them accepted by the rules. */
final class LoadedList {

    private static final int ROWS_AT_A_TIME = 4_000;

    private LoadedList() {}

    /**
     * Receives and loads it.
     *
     * @param people by number, from 0
     * @return its receipt, to be settled
     */
    static long load(RegisterRooms rooms, String programme, int size, IntFunction<Worker> people) {
        long receipt = rooms.receive(programme, RegisterRooms.DAY).number();
        List<JudgedRow> chunk = new ArrayList<>(ROWS_AT_A_TIME);
        for (int i = 0; i < size; i++) {
            chunk.add(new JudgedRow(
                    i + 1,
                    0,
                    i + 2,
                    List.of(),
                    Optional.of(people.apply(i)),
                    Optional.of(RoundRates.LOWEST_BASE),
                    OptionalLong.empty()));
            if (chunk.size() == ROWS_AT_A_TIME || i == size - 1) {
                rooms.rows.put(receipt, chunk);
                chunk.clear();
            }
        }
        rooms.log.markRead(receipt, RegisterRooms.SHEETS, RegisterRooms.reading(size));
        return receipt;
    }
}
