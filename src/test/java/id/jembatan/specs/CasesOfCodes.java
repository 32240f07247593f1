package id.jembatan.specs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.jembatan.domain.FindingCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which cases of {@code specs/} end with which code: in the tables of rules and reading, and in the stories' replies. */
final class CasesOfCodes {

    private static final Path SPECS = Path.of("src/test/resources/specs");
    private static final int MOST_SHOWN = 3;

    private final Map<FindingCode, List<String>> places = new EnumMap<>(FindingCode.class);

    private CasesOfCodes() {}

    /** By code the first places that show it. */
    static Map<FindingCode, List<String>> read() throws IOException {
        CasesOfCodes cases = new CasesOfCodes();
        for (Path table : files("validate", ".yaml")) {
            for (JsonNode one : new YAMLMapper().readTree(table.toFile()).path("cases")) {
                one.path("findings").forEach(code -> cases.add(code.asText(), table, one));
            }
        }
        for (Path table : files("read", ".yaml")) {
            for (JsonNode one : new YAMLMapper().readTree(table.toFile()).path("cases")) {
                cases.add(one.path("expected").asText().split(":", -1)[0], table, one);
            }
        }
        for (Path summary : files("drops", "summary.json")) {
            JsonNode reply = new ObjectMapper().readTree(summary.toFile());
            String story = SPECS.resolve("drops").relativize(summary).getName(0).toString();
            cases.add(reply.path("reason").path("code").asText(), "drops/" + story);
            reply.path("findings").fieldNames().forEachRemaining(code -> cases.add(code, "drops/" + story));
        }
        return cases.places;
    }

    private void add(String code, Path table, JsonNode one) {
        add(code, SPECS.relativize(table) + " “" + one.path("id").asText() + "”");
    }

    private void add(String code, String place) {
        for (FindingCode known : FindingCode.values()) {
            if (known.name().equals(code)) {
                List<String> shown = places.computeIfAbsent(known, none -> new ArrayList<>());
                if (shown.size() < MOST_SHOWN && !shown.contains(place)) {
                    shown.add(place);
                }
            }
        }
    }

    private static List<Path> files(String folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(SPECS.resolve(folder))) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
