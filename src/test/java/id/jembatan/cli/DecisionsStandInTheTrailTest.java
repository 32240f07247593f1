package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Every command that decides, or shows a person, leaves a line in the audit trail; no other does (SPEC section 12). */
class DecisionsStandInTheTrailTest {

    private static final String DAY = "2025-06-02";
    private static final String NIK = "9203011205809001";
    private static final String BATCH = "9203-pekerja-rentan-2025-20250602-01";
    private static final Path PROGRAMME = Path.of("9203-fakfak/pekerja-rentan-2025");

    /** Work that nobody decides, and what is only read. */
    private static final Set<String> NO_LINE = Set.of(
            "run",
            "ingest",
            "check",
            "template",
            "diff",
            "what-if",
            "outbound",
            "outbound preview",
            "status",
            "agreements",
            "agreements check",
            "audit",
            "audit verify",
            "console",
            "console users",
            "self-test",
            "doctor",
            "completion",
            "demo");

    /** Commands that leave a line, as somebody types them. */
    private static Map<String, List<String>> lines(String drop) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        lines.put("enrol", List.of("enrol"));
        lines.put("trace", List.of("trace"));
        lines.put("review", List.of("review", "1"));
        lines.put("undo", List.of("undo", drop, "--reason", "salah " + NIK));
        lines.put(
                "end",
                List.of("end", "--regency", "9203", "--programme", "pekerja-rentan-2025", "--reason", "meninggal"));
        lines.put("leavers", List.of("leavers", "--keep", "1"));
        lines.put("release", List.of("release", BATCH));
        lines.put("iuran", List.of("iuran", "2025-06"));
        lines.put("resend", List.of("resend", "--days", "3"));
        lines.put("paid", List.of("paid", BATCH, "--date", DAY, "--ref", "BNI-1"));
        lines.put("retry", List.of("retry", drop));
        lines.put("breach", List.of("breach", drop));
        lines.put("console user", List.of("console", "user", "budi", "--role", "auditor"));
        lines.put("console remove", List.of("console", "remove", "budi"));
        lines.put("purge", List.of("purge"));
        lines.put("rebuild", List.of("rebuild"));
        return lines;
    }

    @TempDir
    Path home;

    @Test
    void everyCommandIsOneOrTheOther() {
        Set<String> known = new TreeSet<>(NO_LINE);
        known.addAll(lines("").keySet());

        assertEquals(known, names(new CommandLine(new RootCommand(Instant.now())), ""));
    }

    private static Set<String> names(CommandLine command, String before) {
        Set<String> names = new TreeSet<>();
        command.getSubcommands().forEach((name, one) -> {
            names.add(before + name);
            names.addAll(names(one, before + name + " "));
        });
        return names;
    }

    @Test
    void whoDecidesStandsInTheTrailAndNobodyElse() throws IOException {
        Path folder = Files.createDirectories(home.resolve("drop").resolve(PROGRAMME));
        Files.writeString(folder.resolve("a.csv"), "NIK,NAMA,TANGGAL LAHIR\n" + NIK + ",UDIN WAGAB,12-05-1980\n");
        Told.on(DAY, home, "ingest");
        String[] replies =
                home.resolve("reply").resolve(PROGRAMME).toFile().list((in, name) -> name.startsWith("2025"));
        String drop = replies[0];
        assertEquals(List.of(), trail());

        Map<String, List<String>> commands = lines(drop);
        for (Map.Entry<String, List<String>> command : commands.entrySet()) {
            int before = trail().size();
            List<String> typed = new ArrayList<>(command.getValue());
            typed.addAll(List.of("--as", "ani"));
            Told told = typing(NIK + "\n", typed.toArray(String[]::new));

            List<JsonNode> added = trail().subList(before, trail().size());
            assertFalse(added.isEmpty(), command.getKey() + ": " + told);
            for (JsonNode line : added) {
                assertEquals(command.getKey(), line.get("action").asText());
                assertEquals("ani", line.get("by").asText());
            }
        }

        int lines = trail().size();
        for (String[] reads : new String[][] {
            {"status"},
            {"leavers"},
            {"review"},
            {"iuran", "2025-06", "--draft"},
            {"agreements", "check"},
            {"audit", "verify"}
        }) {
            Told.on(DAY, home, reads);
        }
        assertEquals(lines, trail().size());
        String all = Files.readString(home.resolve("journal/audit.ndjson"));
        assertFalse(all.contains(NIK) || all.contains("UDIN"), all);
        assertTrue(all.contains("\"drop\":\"" + drop + "\""), all);
        Set<String> actions = new HashSet<>();
        trail().forEach(line -> actions.add(line.get("action").asText()));
        assertEquals(commands.keySet(), actions);
        assertEquals(Jembatan.DONE, Told.on(DAY, home, "audit", "verify").exit());
    }

    @Test
    void verifyNamesTheFirstBrokenLine() throws IOException {
        for (int i = 0; i < 2; i++) {
            Told.on(DAY, home, "leavers", "--keep", "1");
        }
        Path audit = home.resolve("journal/audit.ndjson");
        List<String> written = Files.readAllLines(audit);

        Files.write(audit, written.subList(0, 3));

        Told told = Told.on(DAY, home, "audit", "verify");
        assertEquals(Jembatan.TO_REPAIR, told.exit());
        assertEquals("Baris 4 jejak audit hilang.\n", told.out());
    }

    private List<JsonNode> trail() throws IOException {
        Path audit = home.resolve("journal/audit.ndjson");
        List<JsonNode> lines = new ArrayList<>();
        if (Files.exists(audit)) {
            for (String line : Files.readAllLines(audit)) {
                lines.add(new ObjectMapper().readTree(line));
            }
        }
        return lines;
    }

    private Told typing(String typed, String... command) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        try {
            return Told.on(DAY, home, command);
        } finally {
            System.setIn(before);
        }
    }
}
