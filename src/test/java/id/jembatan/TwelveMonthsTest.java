package id.jembatan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.jembatan.register.Database;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year of five regencies ({@link TwelveMonths}), lived on both databases and with one or several threads: every file,
 * batch and programme balances each month, and all lives end with the same replies, batches and register.
 */
class TwelveMonthsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OUTCOMES =
            List.of("accepted", "waitlisted", "updated", "unchanged", "duplicate", "covered", "review", "rejected");

    @TempDir
    Path folder;

    @Test
    void aYearBalancesEachMonthAndEndsTheSameOnBothDatabasesWithOneThreadOrSeveral() throws Exception {
        Life alone = live("alone", Database.H2, 1);
        Life together = live("together", Database.H2, 3);
        Life elsewhere = live("elsewhere", Database.POSTGRESQL, 3);

        assertEquals(alone.register(), together.register());
        assertEquals(alone.files().keySet(), elsewhere.files().keySet());
        for (Map.Entry<String, String> file : alone.files().entrySet()) {
            assertEquals(file.getValue(), together.files().get(file.getKey()), file.getKey());
            if (!file.getKey().endsWith(".lock")) {
                assertEquals(file.getValue(), elsewhere.files().get(file.getKey()), file.getKey());
            }
        }
    }

    /** How a year ended. */
    private record Life(Map<String, String> register, Map<String, String> files) {}

    private Life live(String name, Database database, int threads) throws Exception {
        Story story = TwelveMonths.story(folder.resolve(name), threads);
        Set<String> seen = new HashSet<>();
        try (StoryHome home = new StoryHome(story, folder.resolve(name + "-home"), database)) {
            for (Story.Step month : story.steps()) {
                home.play(month);
                Map<String, String> files = home.published();
                assertRepliesBalance(files);
                assertBatchesBalance(files);
                assertProgrammesBalance(
                        JSON.readTree(home.status()), files, month.on().toString());
                seen.addAll(outcomesOf(files));
            }
            assertEquals(Set.copyOf(OUTCOMES), seen, "all that can become of a row became of one");
            return new Life(home.register(), home.everything());
        }
    }

    private static void assertRepliesBalance(Map<String, String> files) throws Exception {
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (file.getKey().endsWith("/summary.json")) {
                JsonNode rows = JSON.readTree(file.getValue()).get("rows");
                long sum = 0;
                for (JsonNode count : rows) {
                    sum += count.asLong();
                }
                assertEquals(2 * rows.get("read").asLong(), sum, file.getKey());
            }
        }
    }

    private static Set<String> outcomesOf(Map<String, String> files) throws Exception {
        Set<String> outcomes = new HashSet<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (file.getKey().endsWith("/summary.json")) {
                JsonNode rows = JSON.readTree(file.getValue()).get("rows");
                OUTCOMES.stream()
                        .filter(outcome -> rows.path(outcome).asLong() > 0)
                        .forEach(outcomes::add);
            }
        }
        return outcomes;
    }

    /** As a stranger would: the files against the manifest, the manifests against each other, each rupiah on paper. */
    private static void assertBatchesBalance(Map<String, String> files) throws Exception {
        Map<String, Set<String>> previousOfBranch = new TreeMap<>();
        Map<String, Set<String>> hashesOfBranch = new TreeMap<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (!file.getKey().endsWith("/manifest.json")) {
                continue;
            }
            JsonNode manifest = JSON.readTree(file.getValue());
            boolean counted = manifest.get("kind").asText().equals("new");
            String batch = file.getKey().substring(0, file.getKey().lastIndexOf('/'));
            List<String[]> lines = new ArrayList<>();
            for (JsonNode part : manifest.get("files")) {
                String text = files.get(batch + "/" + part.get("name").asText());
                assertEquals(part.get("sha256").asText(), hash(text), batch);
                String[] rows = text.stripTrailing().split("\r\n", -1);
                assertEquals(part.get("rows").asInt(), rows.length - 1, batch);
                for (int i = 1; i < rows.length; i++) {
                    lines.add(rows[i].split(",", -1));
                }
            }
            assertEquals(manifest.get("people").asInt(), lines.size(), batch);
            if (counted) {
                assertRupiahBalance(manifest, batch, lines);
            }
            String branch = batch.split("/", -1)[1];
            hashesOfBranch.computeIfAbsent(branch, any -> new HashSet<>()).add(hash(file.getValue()));
            assertTrue(
                    previousOfBranch
                            .computeIfAbsent(branch, any -> new HashSet<>())
                            .add(manifest.get("previousManifestSha256").asText("none")),
                    batch + " follows what another follows");
        }
        previousOfBranch.forEach((branch, previous) -> {
            assertTrue(previous.remove("none"), branch + " has a first batch");
            assertTrue(hashesOfBranch.get(branch).containsAll(previous), branch + " is one chain");
        });
    }

    private static void assertRupiahBalance(JsonNode manifest, String batch, List<String[]> lines) {
        BigDecimal monthly = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        String day = manifest.get("batch").asText().replaceAll(".*-(20[0-9]{6})-[0-9]+$", "$1");
        YearMonth from = YearMonth.of(Integer.parseInt(day.substring(0, 4)), Integer.parseInt(day.substring(4, 6)));
        for (String[] line : lines) {
            monthly = monthly.add(new BigDecimal(line[15]));
            total = total.add(onPaper(line, from, manifest.get("months").asInt()));
        }
        assertEquals(0, monthly.compareTo(manifest.get("monthly").get("total").decimalValue()), batch);
        assertEquals(0, total.compareTo(manifest.get("total").decimalValue()), batch);
    }

    /** Every month at its own rate, rounded once: 1 % and 6,800 of the lowest base, or the percentages of the wage. */
    private static BigDecimal onPaper(String[] line, YearMonth from, int months) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < months; i++) {
            YearMonth month = later(from, startOf(line)).plusMonths(i);
            sum = sum.add(line[13].contains("JHT") ? ofWage(new BigDecimal(line[14]), month) : new BigDecimal(16_800));
        }
        return sum;
    }

    private static YearMonth startOf(String[] line) {
        return line[1].contains("pekerja-rentan-2025") && line[1].startsWith("9203")
                ? YearMonth.of(2025, 4)
                : line[1].contains("pekerja-rentan-2025") ? YearMonth.of(2025, 1) : YearMonth.of(2024, 1);
    }

    private static YearMonth later(YearMonth a, YearMonth b) {
        return a.isBefore(b) ? b : a;
    }

    private static BigDecimal ofWage(BigDecimal wage, YearMonth month) {
        BigDecimal cap = new BigDecimal(month.isBefore(YearMonth.of(2025, 3)) ? 10_042_300 : 10_547_400);
        return wage.multiply(new BigDecimal("0.0624"))
                .add(wage.min(cap).multiply(new BigDecimal("0.03")))
                .setScale(0, RoundingMode.HALF_EVEN);
    }

    private static void assertProgrammesBalance(JsonNode status, Map<String, String> files, String day)
            throws Exception {
        Map<String, Long> sent = new TreeMap<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (file.getKey().endsWith("/manifest.json")) {
                JsonNode manifest = JSON.readTree(file.getValue());
                if (!manifest.get("kind").asText().equals("new")) {
                    continue;
                }
                sent.merge(
                        manifest.get("regency").asText() + "/"
                                + manifest.get("programme").asText(),
                        manifest.get("people").asLong(),
                        Long::sum);
            }
        }
        for (JsonNode programme : status.get("programmes")) {
            String key = programme.get("regency").asText() + "/"
                    + programme.get("programme").asText();
            long placed = programme.get("sent").asLong()
                    + programme.get("active").asLong()
                    + programme.get("staged").asLong();
            assertTrue(placed <= sent.getOrDefault(key, 0L), day + " " + key + ": nobody has a place who was not sent");
            if (!programme.get("quota").isNull()) {
                long quota = programme.get("quota").asLong();
                assertTrue(placed <= quota, day + " " + key);
                assertEquals(quota - placed, programme.get("left").asLong(), day + " " + key);
            }
        }
    }

    private static String hash(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
