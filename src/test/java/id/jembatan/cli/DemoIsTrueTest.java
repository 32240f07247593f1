package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.demo.DemoDrop;
import id.jembatan.demo.DemoLists;
import id.jembatan.demo.DropExpectation;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.domain.RowCounts;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo, played once as its users play it, is held against what its lists were made to give. */
class DemoIsTrueTest {

    @TempDir
    static Path home;

    private static Settings settings;

    @BeforeAll
    static void playsTheDemo() {
        assertEquals(Jembatan.DONE, Jembatan.run("--home", home.resolve("demo").toString(), "demo"));
        settings = Settings.load(
                Path.of("config"),
                Map.of("jembatan.home", home.resolve("demo").toString(), "jembatan.today", "2025-12-31"));
    }

    @Test
    void everyDropBecomesWhatItWasMadeFor() throws IOException {
        Map<String, String> found = new HashMap<>();
        Map<String, String> expected = new HashMap<>();
        try (House house = House.open(settings)) {
            for (LoggedDrop drop : house.log().listAfter(0)) {
                found.put(
                        drop.receipt().day() + " " + drop.receipt().programme().orElseThrow() + " "
                                + drop.receipt().file(),
                        found(drop));
            }
            for (DemoDrop drop :
                    DemoLists.of(house.rules().agreements(), DemoLists.SEED).drops()) {
                expected.put(
                        drop.businessDate() + " " + drop.programme() + " " + drop.receivedAs(),
                        expected(drop.expected()));
            }
        }

        assertEquals(lines(expected), lines(found));
    }

    @Test
    void everyQuotaIsFullAndEveryAcceptedPersonIsSentOnce() throws IOException {
        try (House house = House.open(settings)) {
            DemoLists.of(house.rules().agreements(), DemoLists.SEED)
                    .expectedPlaces()
                    .forEach((programme, places) -> {
                        assertEquals(places, house.enrolments().countSent(programme), programme.toString());
                        assertEquals(places, countAccepted(house, programme), programme.toString());
                    });
        }
    }

    @Test
    void theSixListsOfBolselHoldTheirPeople() throws IOException {
        try (House house = House.open(settings)) {
            long people = Stream.of(
                            "berkah-petani-2024",
                            "berkah-nelayan-2024",
                            "petani-ii-2024",
                            "pekerja-rentan-2024",
                            "disabilitas-2024",
                            "pekerja-rentan-2025")
                    .mapToLong(id -> house.enrolments().countSent(new ProgrammeKey(new RegencyCode("7111"), id)))
                    .sum();

            assertEquals(18_786, people);
        }
    }

    @Test
    void theFilesHoldAsManyPeopleAsTheBatchesAndNobodyTwice() throws IOException {
        try (House house = House.open(settings)) {
            for (Programme programme : house.rules().agreements().listProgrammes()) {
                List<String> niks = niksInFiles(house, programme);
                assertEquals(
                        house.enrolments().countSent(programme.key()),
                        niks.size(),
                        programme.key().toString());
                assertEquals(
                        niks.size(),
                        niks.stream().distinct().count(),
                        programme.key().toString());
            }
        }
    }

    @Test
    void aSecondIngestAndEnrolmentChangeNothing() throws IOException {
        String[] again = {"--home", home.resolve("demo").toString(), "--set", "jembatan.today=2025-05-31"};
        List<String> before = files();

        assertEquals(Jembatan.DONE, Jembatan.run(with(again, "ingest")));
        assertEquals(Jembatan.DONE, Jembatan.run(with(again, "enrol")));

        assertEquals(before, files());
        assertTrue(before.size() > 300, "the demo wrote its replies and batches");
    }

    @Test
    void theReadmeShowsTheTableThatTheDemoPrints() throws IOException {
        StringWriter table = new StringWriter();

        try (House house = House.open(settings)) {
            new DemoTable(house).print(new PrintWriter(table, true));
        }

        String printed = table.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
        assertTrue(
                Files.readString(Path.of("README.md")).contains("\n" + printed + "\n"),
                () -> "README.md shows\n" + printed);
    }

    private static String[] with(String[] arguments, String command) {
        return Stream.concat(Stream.of(arguments), Stream.of(command)).toArray(String[]::new);
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("demo"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString())
                    .filter(name -> !name.contains("/db/"))
                    .filter(name -> !name.contains("audit")) // who asks for a night stands there, whatever comes of it
                    .sorted()
                    .toList();
        }
    }

    private static List<String> niksInFiles(House house, Programme programme) throws IOException {
        Path outbox = house.workspace()
                .outbound()
                .resolve(house.rules()
                        .agreements()
                        .getRegency(programme.key().regency())
                        .branch());
        if (!Files.exists(outbox)) {
            return List.of();
        }
        String prefix = programme.key().regency() + "-" + programme.key().id() + "-";
        try (Stream<Path> files = Files.walk(outbox)) {
            return files.filter(
                            file -> file.getFileName().toString().matches(prefix + "[0-9]{8}-[0-9]{2}-[0-9]{3}.csv"))
                    .flatMap(DemoIsTrueTest::people)
                    .map(line -> List.of(line.split(",", -1)).get(2))
                    .toList();
        }
    }

    private static Stream<String> people(Path file) {
        try {
            return Files.readAllLines(file).stream().skip(1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long countAccepted(House house, ProgrammeKey programme) {
        return house.log().listOfProgramme(programme).stream()
                .mapToLong(drop -> drop.outcomes().of(Outcome.ACCEPTED))
                .sum();
    }

    private static String lines(Map<String, String> drops) {
        return drops.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String found(LoggedDrop drop) {
        RowCounts rows = drop.outcomes();
        return drop.refusal().map(refusal -> refusal.code().name()).orElse("")
                + (drop.status().filter(ReplyStatus.SEEN::equals).isPresent() ? "SEEN" : "")
                + (drop.status().filter(ReplyStatus.TAKEN::equals).isPresent()
                        ? counts(
                                rows.of(Outcome.ACCEPTED) + rows.of(Outcome.WAITLISTED),
                                rows.of(Outcome.UPDATED),
                                rows.of(Outcome.UNCHANGED),
                                rows.of(Outcome.DUPLICATE),
                                rows.of(Outcome.COVERED),
                                rows.of(Outcome.REVIEW),
                                rows.of(Outcome.REJECTED))
                        : "");
    }

    private static String expected(DropExpectation drop) {
        if (drop.refused().isPresent()) {
            return drop.refused().get().name();
        }
        return drop.seen()
                ? "SEEN"
                : counts(
                        drop.fresh(),
                        drop.updated(),
                        drop.unchanged(),
                        drop.duplicate(),
                        drop.covered(),
                        drop.review(),
                        drop.rejected());
    }

    private static String counts(
            long fresh, long updated, long unchanged, long duplicate, long covered, long review, long rejected) {
        return "fresh " + fresh + ", updated " + updated + ", unchanged " + unchanged + ", duplicate " + duplicate
                + ", covered " + covered + ", review " + review + ", rejected " + rejected;
    }
}
