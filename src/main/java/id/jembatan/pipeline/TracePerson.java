package id.jembatan.pipeline;

import id.jembatan.domain.NationalId;
import id.jembatan.domain.PersonTrace;
import id.jembatan.stage.PersonShelf;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Everything known of one person, and that somebody looked. */
public final class TracePerson {

    private final House house;

    public TracePerson(House house) {
        this.house = house;
    }

    /** The person's rows, by which others name the person. */
    public List<Long> rowsOf(NationalId nik) {
        return new PersonShelf(house.register())
                .trace(nik).rows().stream().map(PersonTrace.Row::rowId).toList();
    }

    /** What the register knows; noted in the audit trail before it is shown. */
    public PersonTrace trace(NationalId nik, String by) throws IOException {
        PersonTrace trace = new PersonShelf(house.register()).trace(nik);
        house.audit()
                .add(
                        Instant.now(),
                        by,
                        "trace",
                        Map.of(
                                "nik",
                                nik.toString(),
                                "rows",
                                trace.rows().stream()
                                        .map(PersonTrace.Row::rowId)
                                        .toList()));
        return trace;
    }
}
