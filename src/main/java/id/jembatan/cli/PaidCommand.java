package id.jembatan.cli;

import id.jembatan.domain.Rupiah;
import id.jembatan.domain.StoredBatch;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.ReviewDesk;
import id.jembatan.pipeline.Unusable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Notes that the bill of a batch is paid. */
@Command(name = "paid", footer = "jembatan paid 9203-pekerja-rentan-2025-20250602-01 --date 2025-06-10 --ref BNI-001")
final class PaidCommand extends HouseCommand {

    private static final int LONGEST = 200;

    @Parameters(paramLabel = "BATCH", descriptionKey = "batch")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String batch;

    @Option(names = "--date", descriptionKey = "paid-on", paramLabel = "yyyy-mm-dd", required = true)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private LocalDate date;

    @Option(names = "--ref", paramLabel = "TEXT", required = true)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reference;

    @Override
    int call(House house) throws Exception {
        StoredBatch paid = AskedBatch.choose(house, batch);
        if (reference.isBlank()) {
            throw new Unusable(house.messages().get("cli.paid.no-reference"));
        }
        if (date.isAfter(house.clock()
                .today(house.rules()
                        .agreements()
                        .getRegency(paid.programme().regency())
                        .zone()))) {
            throw new Unusable(house.messages().get("cli.paid.to-come", date));
        }
        Map<String, Object> facts =
                Map.of("batch", paid.number(), "date", date.toString(), "ref", ReviewDesk.masked(shortened(reference)));
        return deciding(house, facts, () -> pay(house, paid));
    }

    private int pay(House house, StoredBatch paid) throws IOException {
        house.pay(paid, date, shortened(reference), shortened(root().actor()));
        out().println(house.messages()
                .get(
                        "cli.paid.done",
                        paid.number(),
                        Rupiah.text(paid.total(), house.messages().language()),
                        date));
        return Jembatan.DONE;
    }

    private static String shortened(String text) {
        String one = text.strip();
        return one.codePointCount(0, one.length()) > LONGEST
                ? one.substring(0, one.offsetByCodePoints(0, LONGEST))
                : one;
    }
}
