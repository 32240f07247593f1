package id.jembatan.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.jembatan.domain.AgeRange;
import id.jembatan.domain.Field;
import id.jembatan.domain.Funding;
import id.jembatan.domain.Group;
import id.jembatan.domain.IntakeMode;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Protection;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Segment;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Values that the tests of this room share. */
final class Examples {

    static final Path CONFIG = Path.of("config");
    static final RateTable RATES = RateTable.load(CONFIG.resolve("rates.yaml"));
    static final Messages INDONESIAN = messages("id");
    static final Messages ENGLISH = messages("en");

    static final Map<String, BigDecimal> VILLAGE_WAGES = Map.of(
            "SANGADI", new BigDecimal(2_375_000),
            "SEKRETARIS DESA", new BigDecimal(1_662_500),
            "PERANGKAT DESA", new BigDecimal(1_187_500),
            "KETUA BPD", new BigDecimal(500_000),
            "ANGGOTA BPD", new BigDecimal(300_000));

    private Examples() {}

    /** The cases of a spec table. */
    static JsonNode spec(String name) throws IOException {
        return new YAMLMapper().readTree(Files.readString(Path.of("src/test/resources/specs/agreement", name)));
    }

    static Programme programme(
            Segment segment,
            Funding funding,
            Set<Protection> protections,
            Optional<BigDecimal> base,
            int risk,
            RoundingMode rounding) {
        return new Programme(
                new ProgrammeKey(new RegencyCode("9203"), "uji"),
                "Uji",
                "",
                segment,
                Group.VULNERABLE,
                funding,
                protections,
                YearMonth.of(2025, 4),
                12,
                OptionalInt.empty(),
                Optional.empty(),
                new AgeRange(18, OptionalInt.of(65)),
                Set.of(Field.NIK),
                IntakeMode.APPEND,
                base,
                false,
                risk,
                rounding,
                segment == Segment.PU ? VILLAGE_WAGES : Map.of(),
                "provisional-1",
                120,
                "",
                false,
                true,
                List.of(),
                "");
    }

    private static Messages messages(String language) {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(
                CONFIG.resolve("messages/agreement_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return new Messages(
                language,
                texts.stringPropertyNames().stream()
                        .collect(Collectors.toMap(key -> key, key -> texts.getProperty(key))));
    }
}
