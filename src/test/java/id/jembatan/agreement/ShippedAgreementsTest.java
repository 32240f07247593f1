package id.jembatan.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Agreements;
import id.jembatan.domain.Funding;
import id.jembatan.domain.Group;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Regency;
import id.jembatan.domain.Segment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The five regencies as they are shipped, and the guide that adds a sixth. */
class ShippedAgreementsTest {

    private static final Agreements SHIPPED = AgreementBook.load(Examples.CONFIG);

    @Test
    void everyProgrammeHasItsFixedId() {
        Map<String, List<String>> ids = SHIPPED.regencies().stream()
                .collect(Collectors.toMap(Regency::folder, regency -> regency.programmes().stream()
                        .map(programme -> programme.key().id())
                        .toList()));

        assertEquals(
                Map.of(
                        "9203-fakfak",
                        List.of("pekerja-rentan-2025", "non-asn-2025", "aparatur-kampung-2025", "latihan"),
                        "6111-kayong-utara",
                        List.of("pekerja-formal-2024", "pekerja-rentan-2024", "mandiri-2024", "latihan"),
                        "6409-penajam-paser-utara",
                        List.of("pekerja-rentan-2024", "pekerja-rentan-2025", "penerima-upah-2025", "latihan"),
                        "7111-bolsel",
                        List.of(
                                "berkah-petani-2024",
                                "berkah-nelayan-2024",
                                "petani-ii-2024",
                                "pekerja-rentan-2024",
                                "disabilitas-2024",
                                "pekerja-rentan-2025",
                                "aparatur-desa-2025",
                                "latihan"),
                        "7407-wakatobi",
                        List.of("pekerja-rentan-2022", "non-asn-2022", "asn-korpri-2022", "latihan")),
                ids);
    }

    @Test
    void bolselProtects18786WhenItsSixListsAreFull() {
        List<Programme> vulnerable = SHIPPED.findRegencyByFolder("7111-bolsel").orElseThrow().programmes().stream()
                .filter(programme -> programme.group() == Group.VULNERABLE && !programme.practice())
                .toList();

        assertEquals(6, vulnerable.size());
        assertEquals(
                18_786,
                vulnerable.stream()
                        .mapToInt(programme -> programme.quota().orElseThrow())
                        .sum());
        assertTrue(vulnerable.stream().allMatch(programme -> programme.isOpenOn(LocalDate.of(2025, 3, 1))));
    }

    @Test
    void everyRegencyHasAPracticeProgrammeThatIsAlwaysOpen() {
        for (Regency regency : SHIPPED.regencies()) {
            Programme practice = regency.findProgramme("latihan").orElseThrow();

            assertTrue(practice.practice());
            assertEquals(Segment.BPU, practice.segment());
            assertEquals(Group.VULNERABLE, practice.group());
            assertEquals(OptionalInt.empty(), practice.quota());
            assertEquals(Optional.empty(), practice.budget());
            assertTrue(practice.isOpenOn(LocalDate.of(2040, 1, 1)));
        }
    }

    @Test
    void fakfakHasTheBudgetThatCoversItsPeopleAndWakatobiWaitsForItsCivilServants() {
        Programme fakfak = programme("9203-fakfak", "pekerja-rentan-2025");
        Programme korpri = programme("7407-wakatobi", "asn-korpri-2022");

        assertEquals(Optional.of(new BigDecimal(2_016_000_000)), fakfak.budget());
        assertEquals(Funding.APBD, fakfak.funding());
        assertEquals("000", fakfak.source());
        assertEquals(false, korpri.active());
        assertEquals(false, korpri.isOpenOn(LocalDate.of(2022, 5, 1)));
    }

    @Test
    void villageStaffAreReckonedFromTheirPositions() {
        for (Programme village : List.of(
                programme("7111-bolsel", "aparatur-desa-2025"), programme("9203-fakfak", "aparatur-kampung-2025"))) {
            assertEquals(Examples.VILLAGE_WAGES, village.wageByPosition());
        }
    }

    @Test
    void theGuidesExampleIsReadAndProvedAsItIsWritten(@TempDir Path config) throws IOException {
        Matcher block = Pattern.compile("```yaml\n(# config/regencies/(.*?)\n.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/adding-a-regency.md")));
        assertTrue(block.find());
        Files.createDirectories(config.resolve("regencies"));
        Files.writeString(config.resolve("regencies").resolve(block.group(2)), block.group(1));

        Agreements added = AgreementBook.load(config);

        var remarks = AgreementCheck.check(added, Examples.RATES, LocalDate.of(2026, 11, 22), Examples.ENGLISH);
        assertEquals(2, added.listProgrammes().size());
        assertTrue(remarks.stream().noneMatch(remark -> remark.isWarning()), remarks::toString);
        assertTrue(Files.readString(Path.of("docs/adding-a-regency.md"))
                .contains(remarks.get(0).text()));
    }

    private static Programme programme(String folder, String id) {
        return SHIPPED.findRegencyByFolder(folder)
                .orElseThrow()
                .findProgramme(id)
                .orElseThrow();
    }
}
