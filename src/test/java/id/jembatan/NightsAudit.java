package id.jembatan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether what a branch has and what the register says is one truth, reckoned from the branch's own files. */
final class NightsAudit {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NUMBER = Pattern.compile("(.*-20[0-9]{6}-(?:[ce]|[0-9]{2}-r)?)([0-9]{2})");

    private NightsAudit() {}

    /** Each file as its manifest says, each manifest adds up, one chain, no number left out. */
    static void assertBatchesBalance(SimulatedBranch branch) throws Exception {
        Map<String, String> byPrevious = new HashMap<>();
        Map<String, TreeSet<Integer>> numbers = new TreeMap<>();
        int count = 0;
        for (Path batch : batches(branch)) {
            byte[] bytes = Files.readAllBytes(batch.resolve("manifest.json"));
            JsonNode manifest = JSON.readTree(bytes);
            String name = manifest.get("batch").asText();
            assertEquals(batch.getFileName().toString(), name);
            String previous = manifest.get("previousManifestSha256").asText("none");
            assertEquals(null, byPrevious.put(previous, sha256(bytes)), name + " follows what another follows");
            assertAddsUp(batch, manifest);
            Matcher number = NUMBER.matcher(name);
            assertTrue(number.matches(), name);
            numbers.computeIfAbsent(number.group(1), any -> new TreeSet<>()).add(Integer.parseInt(number.group(2)));
            count++;
        }
        String at = "none";
        for (int i = 0; i < count; i++) {
            at = byPrevious.get(at);
            assertTrue(at != null, branch.name() + " is one chain: it ends after " + i + " of " + count);
        }
        numbers.forEach((prefix, given) -> assertEquals(given.size(), given.last(), prefix + given));
    }

    private static List<Path> batches(SimulatedBranch branch) throws IOException {
        try (Stream<Path> folders = Files.list(branch.taken())) {
            return folders.sorted().toList();
        }
    }

    private static void assertAddsUp(Path batch, JsonNode manifest) throws Exception {
        for (JsonNode file : manifest.get("files")) {
            byte[] bytes = Files.readAllBytes(batch.resolve(file.get("name").asText()));
            assertEquals(file.get("sha256").asText(), sha256(bytes), batch + " " + file);
            assertEquals(file.get("bytes").asLong(), bytes.length, batch + " " + file);
        }
        BigDecimal monthly = BigDecimal.ZERO;
        List<Map<String, String>> rows = SimulatedBranch.rows(batch, manifest);
        for (Map<String, String> row : rows) {
            String amount = row.getOrDefault("IURAN", row.getOrDefault("IURAN_BULANAN", ""));
            monthly = monthly.add(new BigDecimal(amount.replaceAll("[^0-9]", "")));
        }
        int declared = 0;
        for (JsonNode file : manifest.get("files")) {
            declared += file.get("rows").asInt();
        }
        assertEquals(manifest.get("people").asInt(), rows.size(), batch.toString());
        assertEquals(declared, rows.size(), batch.toString());
        JsonNode said = manifest.get("monthly");
        assertEquals(0, monthly.compareTo(said.get("total").decimalValue()), batch + " " + monthly);
        BigDecimal parts = BigDecimal.ZERO;
        for (String part : List.of("JKK", "JKM", "JHT", "JP")) {
            parts = parts.add(said.get(part).decimalValue());
        }
        assertEquals(0, parts.compareTo(said.get("total").decimalValue()), batch + " " + said);
        // the rates of the two protections do not move in this story
        BigDecimal total =
                monthly.multiply(BigDecimal.valueOf(manifest.get("months").asLong()));
        assertEquals(0, total.compareTo(manifest.get("total").decimalValue()), batch + " " + total);
    }

    /** Every line that a branch was sent as new stands as the branch said first; nobody has two at once in a programme. */
    static void assertLinesStand(NightsHome home, List<SimulatedBranch> branches) throws Exception {
        Map<String, String> states = new TreeMap<>();
        Map<String, Integer> live = new TreeMap<>();
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(
                    "select b.number, l.line_no, e.state, e.kpj from batch b join batch_line l on l.batch_id = b.batch_id"
                            + " join entry e on e.row_id = l.row_id where b.kind = 'NEW' and b.state = 'SENT'")) {
                while (row.next()) {
                    String state = row.getString(3) + " " + (row.getString(4) == null ? "" : row.getString(4));
                    String ref = row.getString(1) + "/" + row.getInt(2);
                    assertEquals(null, states.put(ref, state.strip()), ref + " stands in one state");
                }
            }
            try (ResultSet row = statement.executeQuery(
                    "select e.programme_no, d.nik, count(*) from entry e join drop_row d on d.row_id = e.row_id"
                            + " where e.state in ('SENT', 'ACTIVE', 'STAGED', 'WAITLISTED') group by e.programme_no, d.nik")) {
                while (row.next()) {
                    live.put(row.getInt(1) + " " + row.getLong(2), row.getInt(3));
                }
            }
            try (ResultSet row = statement.executeQuery("select count(*) from (select l.row_id from batch b"
                    + " join batch_line l on l.batch_id = b.batch_id where b.kind = 'NEW'"
                    + " group by l.row_id having count(*) > 1) t")) {
                row.next();
                assertEquals(0, row.getInt(1), "an entry is sent as new once");
            }
        }
        live.forEach((person, entries) -> assertEquals(1, entries, "one live entry each"));
        int sent = 0;
        for (SimulatedBranch branch : branches) {
            for (SimulatedBranch.Line line : branch.lines().values()) {
                if (line.kind().equals("new")) {
                    sent++;
                    assertStands(line, branch.said().get(line.ref()), states.getOrDefault(line.ref(), "nowhere"));
                }
            }
        }
        assertEquals(states.size(), sent, "the branches have the lines that the register has sent");
        assertSentOnce(branches, states);
    }

    private static void assertStands(
            SimulatedBranch.Line line, SimulatedBranch.@org.jspecify.annotations.Nullable Said said, String state) {
        if (said == null) {
            assertTrue(state.equals("SENT") || state.equals("ENDED"), line.ref() + ", unanswered: " + state);
        } else if (said.accepted()) {
            assertTrue(
                    state.equals("ACTIVE " + said.kpj()) || state.equals("ENDED " + said.kpj()),
                    line.ref() + ", accepted: " + state);
        } else {
            assertEquals("REFUSED", state, line.ref());
        }
    }

    /** Who is sent as new again in a programme was refused there, or has ended, before. */
    private static void assertSentOnce(List<SimulatedBranch> branches, Map<String, String> states) {
        Map<String, List<String>> refs = new TreeMap<>();
        for (SimulatedBranch branch : branches) {
            for (SimulatedBranch.Line line : branch.lines().values()) {
                if (line.kind().equals("new")) {
                    refs.computeIfAbsent(line.programme() + " " + line.nik(), any -> new ArrayList<>())
                            .add(line.ref());
                }
            }
        }
        boolean again = false;
        for (List<String> one : refs.values()) {
            long standing = one.stream()
                    .map(ref -> states.getOrDefault(ref, ""))
                    .filter(state -> !state.startsWith("REFUSED") && !state.startsWith("ENDED"))
                    .count();
            assertTrue(standing <= 1, one + " is one person");
            again |= one.size() > 1;
        }
        assertTrue(again || refs.size() < 200, "somebody was refused and came again");
        assertFalse(refs.isEmpty(), "somebody was sent");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
