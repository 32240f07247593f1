package id.jembatan.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.AgreementsBroken;
import id.jembatan.domain.Contribution;
import id.jembatan.domain.Funding;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Protection;
import id.jembatan.domain.Segment;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class RateTableTest {

    private static final Programme SELF_PAID = programme(Funding.SELF);
    private static final BigDecimal LOWEST = new BigDecimal(1_000_000);

    @TestFactory
    Stream<DynamicTest> monthlyContribution() throws IOException {
        return cases("monthly-contribution.yaml");
    }

    @TestFactory
    Stream<DynamicTest> relief() throws IOException {
        return cases("relief.yaml");
    }

    @Test
    void reckonsEachMonthAtItsOwnRate() {
        Contribution year = Examples.RATES.over(SELF_PAID, LOWEST, YearMonth.of(2026, 1), YearMonth.of(2027, 1));

        assertEquals(new BigDecimal(4 * 16_800 + 9 * 8_400), year.total());
        assertEquals(new BigDecimal(4 * 10_000 + 9 * 5_000), year.part(Protection.JKK));
    }

    @Test
    void answersAlikeHoweverMuchItHasBeenAsked() {
        Programme wages = Examples.programme(
                Segment.PU, Funding.EMPLOYER, Set.of(Protection.JKK), Optional.empty(), 1, RoundingMode.HALF_EVEN);
        YearMonth month = YearMonth.of(2025, 4);

        for (int wage = 1; wage <= 25_000; wage++) {
            Examples.RATES.monthly(wages, BigDecimal.valueOf(wage), month);
        }

        assertEquals(
                new BigDecimal(2_400),
                Examples.RATES.monthly(wages, LOWEST, month).total());
    }

    @Test
    void namesEveryMistakeOfTheRatesAtOnce(@TempDir Path folder) throws IOException {
        String broken = Files.readString(Examples.CONFIG.resolve("rates.yaml"))
                .replace("{from: 2015-07, rupiah: 6800}", "{from: 2015-07, rupiah: 6.800}")
                .replace("{from: 2015-07, percent: 5.7}", "{from: 2015-07, percent: 5.7, rupiah: 1}")
                .replace("{from: 2023-03, rupiah: 9559600}", "{from: 2021-03, rupiah: 9559600}")
                .replace("[0.24, 0.54, 0.89, 1.27, 1.74]", "[0.24, 0.54]")
                .replace("percent: 3}", "percent: 300}");
        Path file = Files.writeString(folder.resolve("rates.yaml"), broken);

        AgreementsBroken refused = assertThrows(AgreementsBroken.class, () -> RateTable.load(file));

        assertEquals(
                """
                rates.yaml, baris 18, bpu.jkm[1].rupiah: Di sini diperlukan rupiah dengan angka saja, seperti 2016000000, ditemukan "6.800".
                rates.yaml, baris 25, pu.jkk[1].from: Di sini diperlukan tepat satu dari: rupiah, percent, percent-by-risk (5).
                rates.yaml, baris 30, pu.jht[1].from: Di sini diperlukan tepat satu dari: rupiah, percent, percent-by-risk (5).
                rates.yaml, baris 33, pu.jp[1].percent: Di sini diperlukan persen dari 0 sampai 100 dengan titik, seperti 0.24, ditemukan "300".
                rates.yaml, baris 36, pu.jp-wage-cap[2].from: 2021-03 harus sesudah yang di atasnya.""".lines().toList(),
                refused.problems().stream()
                        .map(problem -> problem.sentence(Examples.INDONESIAN))
                        .toList());
    }

    private static Stream<DynamicTest> cases(String spec) throws IOException {
        return StreamSupport.stream(Examples.spec(spec).path("cases").spliterator(), false)
                .map(it -> dynamicTest(it.path("id").asText(), () -> {
                    JsonNode given = it.path("given");

                    Optional<Contribution> contribution = reckon(given);

                    if (it.path("expected").asText().equals("none")) {
                        assertEquals(Optional.empty(), contribution);
                    } else {
                        assertEquals(expected(it.path("expected")), contribution.orElseThrow());
                    }
                }));
    }

    private static Optional<Contribution> reckon(JsonNode given) {
        Set<Protection> protections = EnumSet.noneOf(Protection.class);
        given.path("protections").forEach(name -> protections.add(Protection.valueOf(name.asText())));
        Programme programme = Examples.programme(
                Segment.valueOf(given.path("segment").asText()),
                Funding.valueOf(given.path("funding").asText("APBD")),
                protections,
                amount(given, "base"),
                given.path("risk").asInt(1),
                RoundingMode.valueOf(given.path("rounding").asText("HALF_EVEN")));
        YearMonth month = YearMonth.parse(given.path("month").asText());
        RateTable.Workers workers =
                RateTable.Workers.valueOf(given.path("workers").asText("OTHER"));
        return Examples.RATES
                .findBase(
                        programme, amount(given, "wage"), given.path("position").asText(""), month)
                .map(base -> Examples.RATES.monthly(programme, base, month, workers));
    }

    private static Optional<BigDecimal> amount(JsonNode given, String key) {
        return given.has(key) ? Optional.of(new BigDecimal(given.path(key).asText())) : Optional.empty();
    }

    private static Contribution expected(JsonNode expected) {
        Map<Protection, BigDecimal> parts = new EnumMap<>(Protection.class);
        for (Protection protection : Protection.values()) {
            amount(expected, protection.name()).ifPresent(part -> parts.put(protection, part));
        }
        return new Contribution(amount(expected, "total").orElseThrow(), parts);
    }

    private static Programme programme(Funding funding) {
        return Examples.programme(
                Segment.BPU,
                funding,
                Set.of(Protection.JKK, Protection.JKM),
                Optional.empty(),
                1,
                RoundingMode.HALF_EVEN);
    }
}
