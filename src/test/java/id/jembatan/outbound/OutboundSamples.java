package id.jembatan.outbound;

import id.jembatan.domain.AgeRange;
import id.jembatan.domain.Batch;
import id.jembatan.domain.Contribution;
import id.jembatan.domain.EnrolmentLine;
import id.jembatan.domain.Field;
import id.jembatan.domain.FieldTexts;
import id.jembatan.domain.Funding;
import id.jembatan.domain.Group;
import id.jembatan.domain.IntakeMode;
import id.jembatan.domain.Messages;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.PlacesTaken;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Protection;
import id.jembatan.domain.Regency;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Segment;
import id.jembatan.domain.Sex;
import id.jembatan.domain.Worker;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;

/** An invented batch of two people that several tests share. */
final class OutboundSamples {

    static final Path SPECS = Path.of("src/test/resources/specs/outbound");
    static final Path SHIPPED = Path.of("config/outbound");
    static final Contribution MONTH = new Contribution(
            new BigDecimal("16800"),
            Map.of(Protection.JKK, new BigDecimal("10000"), Protection.JKM, new BigDecimal("6800")));
    private static final int MONTHS = 12;

    private OutboundSamples() {}

    static Messages messages(String language) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("config/messages/outbound_" + language + ".properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return new Messages(language, texts);
    }

    static Batch batch(long people) {
        Programme programme = programme();
        Contribution monthly = MONTH.times(people);
        return new Batch(
                "9203-pekerja-rentan-2025-20250403-01",
                Batch.Kind.NEW,
                new Regency(
                        new RegencyCode("9203"),
                        "Kabupaten Fakfak",
                        "fakfak",
                        ZoneId.of("Asia/Jayapura"),
                        "fakfak",
                        List.of(programme),
                        Map.of()),
                programme,
                LocalDate.of(2025, 4, 3),
                MONTHS,
                people,
                monthly,
                monthly.total().multiply(BigDecimal.valueOf(MONTHS)),
                Optional.of(new PlacesTaken(6_000 + people, OptionalLong.of(10_000))),
                Optional.of("ab".repeat(32)));
    }

    private static Programme programme() {
        return new Programme(
                new ProgrammeKey(new RegencyCode("9203"), "pekerja-rentan-2025"),
                "Pekerja rentan 2025",
                "Pemerintah Daerah Kabupaten Fakfak",
                Segment.BPU,
                Group.VULNERABLE,
                Funding.APBD,
                Set.of(Protection.JKM, Protection.JKK),
                YearMonth.of(2025, 4),
                MONTHS,
                OptionalInt.of(10_000),
                Optional.of(new BigDecimal("2016000000")),
                new AgeRange(18, OptionalInt.of(65)),
                Set.of(Field.NIK, Field.NAME, Field.BIRTH_DATE),
                IntakeMode.APPEND,
                Optional.empty(),
                false,
                1,
                RoundingMode.HALF_EVEN,
                Map.of(),
                "provisional-1",
                60,
                "",
                false,
                true,
                List.of(),
                "");
    }

    static EnrolmentLine line(int number) {
        Worker worker = number % 2 == 1
                ? new Worker(
                        new NationalId(9203011205809000L + number),
                        "ADI \"ONGEN\" RUMAGIA",
                        "ADI ONGEN RUMAGIA",
                        Optional.of(LocalDate.of(1980, 5, 12)),
                        Sex.MALE,
                        Optional.empty(),
                        FieldTexts.builder()
                                .put(Field.BIRTH_PLACE, "FAKFAK")
                                .put(Field.ADDRESS, "Jl. Izak Telussa No. 1, RT 2")
                                .put(Field.VILLAGE, "Wagom")
                                .put(Field.DISTRICT, "Fakfak")
                                .put(Field.OCCUPATION, "Nelayan")
                                .put(Field.PHONE, "+6281234567890")
                                .put(Field.MOTHER_NAME, "=SITI")
                                .build())
                : new Worker(
                        new NationalId(9203014101909000L + number),
                        "MARIA D'ORNAY",
                        "MARIA D ORNAY",
                        Optional.empty(),
                        Sex.FEMALE,
                        Optional.empty(),
                        FieldTexts.builder().build());
        return new EnrolmentLine(number, worker, new BigDecimal("1000000"), MONTH, MONTHS, new BigDecimal("201600"));
    }
}
