package id.jembatan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.jembatan.register.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@link ThirtyNights} with two branches that answer as branches do, lived twice: undisturbed, and with the real process
 * killed in the midst of its commands. Both come to the same end; what the branches hold adds up; and the register, the
 * replies and the batches come back from archive and journal as they were. A few nights and kills, or with
 * {@code -Djembatan.ordeal=true} all of them; {@code -Djembatan.nights.seed} for other moments,
 * {@code -Djembatan.nights.databases=H2} for one database.
 */
class ThirtyNightsTest {

    private static final boolean WHOLE = Boolean.getBoolean("jembatan.ordeal");
    private static final int NIGHTS = Integer.getInteger("jembatan.nights", WHOLE ? ThirtyNights.ALL : 3);
    private static final long SEED = Long.getLong("jembatan.nights.seed", 7);

    private static final String DATABASES = System.getProperty("jembatan.nights.databases", ".*");

    /** Of a hundred commands so many are killed, and of those that are given again. */
    private static final int KILLED = WHOLE ? 60 : 20;

    private static final int SHOWN = 200;
    private static final String[] PUBLISHED = {"reply", "outbound", "parked"};
    private static final String[] KEPT = {"reply", "outbound", "parked", "archive", "drop", "answer"};

    @TempDir
    Path folder;

    private final Map<String, Long> grew = new HashMap<>();

    /** A home, its branches, and what they came to. */
    private record Life(NightsHome home, SimulatedBranch fakfak, SimulatedBranch ketapang) {

        List<SimulatedBranch> branches() {
            return List.of(fakfak, ketapang);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whateverIsKilledTheBranchesHoldTheSameAndARebuiltRegisterKnowsIt(Database database) throws Exception {
        assumeTrue(database.name().matches(DATABASES));
        Path config = ThirtyNights.layConfig(folder.resolve("config"));
        Life undisturbed = lay("undisturbed", config, database);
        nights(undisturbed).live((key, command) -> {
            long before = undisturbed.home().countRecords();
            undisturbed.home().run(command);
            grew.put(key, undisturbed.home().countRecords() - before);
        });
        Life disturbed = lay("disturbed", config, database);
        ThirtyNights killed = nights(disturbed);
        Random dice = new Random(SEED);
        killed.live((key, command) -> {
            long before = disturbed.home().countRecords();
            while (dice.nextInt(100) < KILLED) {
                kill(disturbed.home(), again(disturbed.home(), command, before), grew.getOrDefault(key, 0L), dice);
                if (dice.nextBoolean()) {
                    killed.takeAway();
                }
            }
            disturbed.home().run(again(disturbed.home(), command, before));
        });

        for (SimulatedBranch branch : disturbed.branches()) {
            NightsAudit.assertBatchesBalance(branch);
        }
        NightsAudit.assertLinesStand(disturbed.home(), disturbed.branches());
        assertSame(end(undisturbed), end(disturbed));
        assertComesBack(disturbed);
    }

    /** What is typed after a kill: nobody sends again what is sent again already, a restart ends what was begun. */
    private static NightsHome.Command again(NightsHome home, NightsHome.Command command, long before)
            throws IOException {
        boolean goingOut = command.words().get(0).equals("resend")
                && home.recordsAfter(before).stream()
                        .anyMatch(record -> record.contains("\"kind\":\"publishing\"") && record.contains("-r0"));
        return goingOut ? new NightsHome.Command(command.on(), "", List.of("enrol")) : command;
    }

    private Life lay(String name, Path config, Database database) throws IOException {
        Path here = folder.resolve(name);
        NightsHome home = new NightsHome(here.resolve("home"), config, database);
        Path taken = here.resolve("taken");
        return new Life(home, new SimulatedBranch("fakfak", taken), new SimulatedBranch("ketapang", taken));
    }

    private static ThirtyNights nights(Life life) {
        return new ThirtyNights(life.home(), life.fakfak(), life.ketapang(), NIGHTS);
    }

    /** Mostly soon after one of its records, now and then at any moment. */
    private static void kill(NightsHome home, NightsHome.Command command, long grows, Random dice) throws Exception {
        int[] soon = {0, 0, 1, 3, 8, 20, 60, 200};
        if (grows == 0 || dice.nextInt(5) == 0) {
            home.kill(command, 0, 300 + dice.nextInt(3_500));
        } else {
            home.kill(command, 1 + dice.nextInt((int) grows), soon[dice.nextInt(soon.length)]);
        }
    }

    /** What people, branches, register and journal have in the end. */
    private static Map<String, String> end(Life life) throws Exception {
        Map<String, String> end = new TreeMap<>(life.home().files(KEPT));
        for (SimulatedBranch branch : life.branches()) {
            for (Path file : NightsHome.listFiles(branch.taken())) {
                end.put(
                        "taken " + branch.taken().getParent().relativize(file),
                        Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        life.home().register().forEach((table, rows) -> end.put("table " + table, rows));
        end.remove("table journal_mark"); // a restart may receive the next file before it finishes the last
        // how many records there are: a command that is given again may say the same again
        end.computeIfPresent("table counter", (table, rows) -> rows.replaceAll("name=journal[^\n]*\n", ""));
        List<String> records = life.home().listRecords();
        for (String record : records) {
            end.put("record " + record, "");
        }
        return end;
    }

    private void assertComesBack(Life life) throws Exception {
        Map<String, String> files = life.home().files(PUBLISHED);
        Map<String, String> register = life.home().register();
        for (SimulatedBranch branch : life.branches()) {
            for (Path file : NightsHome.listFiles(branch.taken())) {
                files.put(
                        "outbound/" + branch.taken().getParent().relativize(file),
                        java.util.HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        life.home().lose();

        life.home().run(new NightsHome.Command(LocalDate.of(2025, 12, 1), "", List.of("rebuild", "--batches")));

        assertSame(register, life.home().register());
        assertSame(files, life.home().files(PUBLISHED));
    }

    private static void assertSame(Map<String, String> expected, Map<String, String> found) {
        Map<String, String> differing = new TreeMap<>();
        for (Map.Entry<String, String> one : expected.entrySet()) {
            String other = found.get(one.getKey());
            if (!one.getValue().equals(other)) {
                differing.put(one.getKey(), other == null ? "is missing" : difference(one.getValue(), other));
            }
        }
        found.keySet().stream()
                .filter(name -> !expected.containsKey(name))
                .forEach(name -> differing.put(name, "is there as well"));
        StringBuilder text = new StringBuilder();
        differing.entrySet().stream().limit(SHOWN).forEach(one -> text.append(one.getKey())
                .append(": ")
                .append(one.getValue())
                .append('\n'));
        assertEquals("", text.toString());
        assertTrue(!expected.isEmpty());
    }

    private static String difference(String expected, String found) {
        int at = 0;
        while (at < Math.min(expected.length(), found.length()) && expected.charAt(at) == found.charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - 120);
        return "differs at " + at + ": " + expected.substring(from, Math.min(expected.length(), at + 200)) + " <> "
                + found.substring(from, Math.min(found.length(), at + 200));
    }
}
