package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.jembatan.EditedConfig;
import id.jembatan.disk.Durable;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.LoggedDrop.Step;
import id.jembatan.domain.OperatorNeeded;
import id.jembatan.domain.StoredBatch;
import id.jembatan.register.Database;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The program is stopped in the middle of a list, a batch, an answer; everything in the configuration is edited, and it is
 * started again. What was received before comes out as if nobody had edited anything, also from a lost register.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesOfTheirTimeTest {

    private static final String HEADER = "NIK,NAMA,TANGGAL LAHIR,PEKERJAAN\n";
    private static final String LIST = HEADER + """
            9203011205659001,YOSEP HINDOM,12-05-1965,Nelayan
            9203011306819002,YUNUS PATIRAN,13-06-1981,Nelayan
            920301140782900,MARTEN IBA,14-07-1982,Petani
            """;

    /** Of a person whom the edited configuration would take too, in the columns that it knows. */
    private static final String LATER = "NIK,NAMA,TGL LAHIR\n9203011507839003,FRANS WEROR,15-07-1983\n";

    private static final String ANSWER = """
            REF;STATUS;KPJ;ALASAN
            9203-pekerja-rentan-2025-20250401-01/1;DITERIMA;12345678901;
            9203-pekerja-rentan-2025-20250401-01/2;DITOLAK;;NIK tidak ditemukan
            """;

    @TempDir
    static Path folder;

    private final Map<Database, String> registers = new HashMap<>();
    private final Map<String, String> undisturbed = new TreeMap<>();
    private Path edited = Path.of("");
    private int homes;

    /** A list, its batch, the branch's answer; and the notice of somebody whom the branch refused. */
    @BeforeAll
    void nobodyEditsAnything() throws Exception {
        edited = new EditedConfig(folder.resolve("config")).ofEverything().folder();
        for (Database database : Database.values()) {
            registers.put(database, kept(database));
            try (RunningHouse running = open(home(database), Path.of("config"), at(database))) {
                running.drop("a.csv", LIST);
                assertTrue(running.pass());
                running.service().enrol();
                answer(running);
                assertTrue(running.pass());
            }
        }
        undisturbed.putAll(published(home(Database.H2)));
        assertEquals(
                List.of(2L, 1L, 1L),
                Stream.of("perbaikan.xlsx", "pemberitahuan-01.html", "SHA256SUMS")
                        .map(name -> undisturbed.keySet().stream()
                                .filter(file -> file.endsWith("/" + name))
                                .count())
                        .toList());
    }

    private static RunningHouse open(Path home, Path config, Map<String, String> further) throws Exception {
        Map<String, String> settings = new HashMap<>(further);
        settings.put("jembatan.outbound.sums", "true");
        return new RunningHouse(home, settings, config);
    }

    /** By somebody who changed settings as well. */
    private RunningHouse openEdited(Path home, Map<String, String> further) throws Exception {
        return new RunningHouse(home, editedSettings(further), edited);
    }

    private static Map<String, String> editedSettings(Map<String, String> further) {
        Map<String, String> settings = new HashMap<>(further);
        settings.put("jembatan.language", "en");
        settings.putIfAbsent("jembatan.limits.file", "20");
        return settings;
    }

    private Path home(Database database) {
        return folder.resolve("home-" + database);
    }

    private Path newHome() {
        return folder.resolve("home-" + homes++);
    }

    private static String kept(Database database) {
        return database.newUrl() + (database == Database.H2 ? ";DB_CLOSE_DELAY=-1" : "");
    }

    private Map<String, String> at(Database database) {
        return at(Objects.requireNonNull(registers.get(database)));
    }

    private static Map<String, String> at(String url) {
        return Map.of(
                "jembatan.db.url", url, "jembatan.db.user", Database.USER, "jembatan.db.password", Database.PASSWORD);
    }

    private static void answer(RunningHouse running) throws IOException {
        Path unfinished = Files.writeString(running.home().resolve("work/jawaban.csv"), ANSWER);
        Files.move(unfinished, running.home().resolve("answer/fakfak/jawaban.csv"));
    }

    /** All that others read but the lists of drops, which are of the day on which they were written. */
    private static Map<String, String> published(Path home) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String part : List.of("reply", "outbound", "parked")) {
            try (Stream<Path> all = Files.walk(home.resolve(part))) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    if (!file.endsWith("index.html")) {
                        files.put(
                                home.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
                    }
                }
            }
        }
        return files;
    }

    private Map<String, String> undisturbed(String beginning) {
        Map<String, String> some = new TreeMap<>(undisturbed);
        some.keySet().removeIf(file -> !file.startsWith(beginning));
        assertFalse(some.isEmpty());
        return some;
    }

    private static Map<String, String> withoutNotices(Map<String, String> files) {
        Map<String, String> some = new TreeMap<>(files);
        some.keySet().removeIf(file -> file.contains("/pemberitahuan-"));
        return some;
    }

    private static List<String> rows(RunningHouse running, LoggedDrop drop) throws IOException {
        return Files.readAllLines(running.of("reply", drop).resolve("rows.csv")).stream()
                .skip(1)
                .map(row -> row.replaceFirst("^,", ""))
                .toList();
    }

    private static void stopBefore(RunningHouse running, String route, String step) throws Exception {
        running.before(route, step, () -> {
            throw new AccessDeniedException("stopped");
        });
    }

    private static Path rulesOf(RunningHouse running, LoggedDrop drop) {
        return running.home().resolve("journal/rules").resolve(drop.rules().orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aListInHandIsReadJudgedSettledAndAnsweredAsIfNobodyHadEditedAnything(Database database) throws Exception {
        Path home = newHome();
        Map<String, String> register = at(kept(database));
        try (RunningHouse running = open(home, Path.of("config"), register)) {
            stopBefore(running, "intake-work-drops", "begin-pass");
            running.drop("a.csv", LIST);
            assertFalse(running.pass());
            assertEquals(Step.RECEIVED, running.drops().get(0).step());
        }

        try (RunningHouse running = openEdited(home, register)) {
            assertTrue(running.pass());

            assertEquals(withoutNotices(undisturbed("reply/9203")), published(home));
            assertEquals(
                    2,
                    running
                            .house()
                            .status()
                            .countStates(
                                    running.drops().get(0).receipt().programme().orElseThrow())
                            .values()
                            .stream()
                            .mapToLong(Long::longValue)
                            .sum());
        }
    }

    @Test
    void aListThatComesAfterTheStartGoesByTheNewRulesAndTheSameBytesAreHeldAgainstThem() throws Exception {
        Path home = newHome();
        try (RunningHouse running = open(home, Path.of("config"), Map.of())) {
            running.drop("a.csv", LIST);
            assertTrue(running.pass());
        }

        try (RunningHouse running = new RunningHouse(home, Map.of(), edited)) {
            running.drop("b.csv", LATER.replace("1983", "1963").replace("0783", "0763"));
            running.drop("c.csv", LATER);
            running.drop("d.csv", LIST);
            assertTrue(running.pass());

            assertEquals(
                    List.of("2,REJECTED,AGE_ABOVE;SEX_FROM_NIK,"),
                    rows(running, running.drops().get(1)));
            assertEquals(
                    List.of("2,WAITLISTED,SEX_FROM_NIK,"),
                    rows(running, running.drops().get(2)));
            LoggedDrop seen = running.drops().get(3);
            Path reply = running.of("reply", seen);
            assertEquals(
                    "SEEN 3",
                    new ObjectMapper()
                                    .readTree(reply.resolve("summary.json").toFile())
                                    .get("status")
                                    .asText()
                            + " "
                            + new ObjectMapper()
                                    .readTree(reply.resolve("summary.json").toFile())
                                    .get("judgedOtherwise")
                                    .asText());
            assertEquals(
                    undisturbed(home.relativize(reply) + "/rows.csv")
                            .values()
                            .iterator()
                            .next(),
                    HexFormat.of().formatHex(Files.readAllBytes(reply.resolve("rows.csv"))));
            assertTrue(Files.exists(reply.resolve("perbaikan.xlsx")));
            assertTrue(Files.readString(reply.resolve("tanda-terima.html")).contains("<h1>Lain"));
            assertNotEquals(running.drops().get(0).rules(), seen.rules());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aLostRegisterRepliesAndBatchesComeBackAsTheyWere(Database database) throws Exception {
        Path home = newHome();
        copy(home(database), home);
        for (String gone : List.of("reply", "outbound")) {
            Durable.removeAll(home.resolve(gone));
        }
        Map<String, String> settings = editedSettings(at(kept(database)));
        settings.put("jembatan.home", home.toString());
        settings.put("jembatan.today", "2025-05-02");

        Rebuild.Report report = new Rebuild(
                        Settings.load(edited, settings), Path.of("routes"), (record, last, rows) -> {})
                .run(new Rebuild.Wish(false, false));

        assertEquals(List.of(), report.failed());
        assertEquals(undisturbed, published(home));
    }

    @Test
    void aBatchThatIsFrozenGoesOutAndAnAnswerThatCameIsReadByTheRulesOfThen() throws Exception {
        Path home = newHome();
        try (RunningHouse running = open(home, Path.of("config"), Map.of())) {
            running.drop("a.csv", LIST);
            assertTrue(running.pass());
            stopBefore(running, "outbound-send-batches", "to-branch-outbox");
            assertThrows(RuntimeException.class, () -> running.service().enrol());
        }
        try (RunningHouse running = openEdited(home, Map.of("jembatan.limits.file", "1000"))) {
            assertEquals(
                    List.of(StoredBatch.State.FROZEN),
                    running.house().listBatchesAfter(0).stream()
                            .map(StoredBatch::state)
                            .toList());
            running.service().sendFrozenBatches();
            assertEquals(undisturbed("outbound"), outbound(home));

            stopBefore(running, "answer-settle-file", "settle-answers");
            answer(running);
            assertFalse(running.pass());
        }
        try (RunningHouse running = open(home, Path.of("config"), Map.of())) {
            assertTrue(running.pass());

            Path answers = home.resolve("reply/_answers/fakfak");
            Path told = answers.resolve(Objects.requireNonNull(answers.toFile().list())[0]);
            assertEquals(
                    List.of("INVALID", "SETTLED"),
                    Files.readAllLines(told.resolve("lines.csv")).stream()
                            .skip(1)
                            .map(line -> line.replaceFirst("^.*(INVALID|SETTLED).*$", "$1"))
                            .toList());
            assertTrue(Files.readString(told.resolve("tanda-terima.html")).contains("<html lang=\"en\""));
        }
    }

    private static Map<String, String> outbound(Path home) throws IOException {
        Map<String, String> files = published(home);
        files.keySet().removeIf(file -> !file.startsWith("outbound"));
        return files;
    }

    /** It is answered where it would have been, and its programme's list stays as it is. */
    @Test
    void aListInHandOfAProgrammeThatIsInNoAgreementAnyMoreIsAnswered() throws Exception {
        Path home = newHome();
        try (RunningHouse running = open(home, Path.of("config"), Map.of())) {
            stopBefore(running, "intake-work-drops", "begin-pass");
            running.drop("a.csv", LIST);
            assertFalse(running.pass());
        }
        Path without = new EditedConfig(folder.resolve("without"))
                .replace("regencies/9203-fakfak.yaml", "id: pekerja-rentan-2025", "id: pekerja-rentan-2026")
                .folder();

        try (RunningHouse running = new RunningHouse(home, Map.of(), without)) {
            assertTrue(running.pass());

            assertEquals(withoutNotices(undisturbed("reply/9203")), published(home));
        }
    }

    @Test
    void rulesThatAreGoneOrDamagedParkTheirListsAndNoOthersAreTakenForThem() throws Exception {
        Path home = newHome();
        try (RunningHouse running = open(home, Path.of("config"), Map.of())) {
            stopBefore(running, "intake-work-drops", "begin-pass");
            running.drop("a.csv", LIST);
            assertFalse(running.pass());
            Path rules = rulesOf(running, running.drops().get(0));
            Durable.removeAll(rules.resolve("rates.yaml"));
        }

        try (RunningHouse running = new RunningHouse(home, Map.of(), edited)) {
            running.drop("b.csv", LATER);
            assertTrue(running.pass());

            LoggedDrop lost = running.drops().get(0);
            assertEquals(
                    List.of(Step.PARKED, Step.REPLIED),
                    running.drops().stream().map(LoggedDrop::step).toList());
            String fault = Files.readString(running.of("parked", lost).resolve("fault.txt"));
            assertTrue(fault.contains(lost.rules().orElseThrow()), fault);
            assertTrue(fault.contains("jembatan retry"), fault);

            new RetryDrop(running.house()).receive(lost, "budi");
            assertTrue(running.pass());

            LoggedDrop again = running.drops().get(2);
            assertEquals(running.drops().get(1).rules(), again.rules());
            assertEquals(Step.REPLIED, again.step());
            assertFalse(Files.exists(running.of("parked", lost)));
        }
    }

    @Test
    void aRebuildWithoutTheRulesOfAListSaysWhatToDo() throws Exception {
        Path home = newHome();
        copy(home(Database.H2), home);
        Path rules;
        try (Stream<Path> sets = Files.list(home.resolve("journal/rules"))) {
            rules = sets.findFirst().orElseThrow();
        }
        Durable.removeAll(rules);
        Map<String, String> settings = editedSettings(at(kept(Database.H2)));
        settings.put("jembatan.home", home.toString());
        Rebuild rebuild = new Rebuild(Settings.load(edited, settings), Path.of("routes"), (record, last, rows) -> {});

        OperatorNeeded needed = assertThrows(OperatorNeeded.class, () -> rebuild.run(new Rebuild.Wish(false, false)));

        assertEquals("rules.gone", needed.key());
        assertTrue(needed.sentence(MessageFiles.load(Path.of("config"), "en")).contains(rules.toString()));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
