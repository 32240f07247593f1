package id.jembatan.cli;

import id.jembatan.domain.EndedByHand;
import id.jembatan.domain.Messages;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.pipeline.EndPerson;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.ReviewDesk;
import id.jembatan.pipeline.TracePerson;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One person leaves a programme. */
@Command(
        name = "end",
        footer = "jembatan end --regency 9203 --programme pekerja-rentan-2025 --reason meninggal --date 2025-06-30")
final class EndCommand extends HouseCommand {

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AskedProgramme asked;

    @Option(names = "--reason", paramLabel = "WORD", required = true)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reason;

    @Option(names = "--date", paramLabel = "DATE")
    private @Nullable LocalDate date;

    @Override
    int call(House house) throws Exception {
        Messages messages = house.messages();
        ProgrammeKey key = asked.get(house.rules().agreements(), messages);
        NationalId nik = TypedNik.ask(err(), messages);
        Map<String, Object> facts = new TreeMap<>(Map.of(
                "programme",
                key.toString(),
                "nik",
                nik.toString(),
                "rows",
                new TracePerson(house).rowsOf(nik),
                "reason",
                ReviewDesk.masked(reason)));
        if (date != null) {
            facts.put("date", date.toString());
        }
        return deciding(house, facts, () -> end(house, key, nik));
    }

    private int end(House house, ProgrammeKey key, NationalId nik) throws IOException {
        Messages messages = house.messages();
        EndPerson.Done done = new EndPerson(house).end(key, nik, reason, Optional.ofNullable(date), root().actor());
        out().println(messages.get(
                "cli.end." + done.result(),
                nik,
                key,
                done.leaving().on(),
                messages.get("cli.reason." + done.leaving().reason())));
        return done.result() == EndedByHand.NOT_ENROLLED ? Jembatan.TO_REPAIR : Jembatan.DONE;
    }
}
