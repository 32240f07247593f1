package id.jembatan.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.AgeRange;
import id.jembatan.domain.AgreementProblem;
import id.jembatan.domain.AgreementsBroken;
import id.jembatan.domain.Amendment;
import id.jembatan.domain.Field;
import id.jembatan.domain.IntakeMode;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Regency;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class AgreementBookTest {

    private static final String CORRECT = """
            code: 9203
            name: Fakfak
            slug: fakfak
            zone: Asia/Jayapura
            branch: fakfak
            programmes:
              - id: uji-2025
                name: Uji 2025
                segment: BPU
                group: vulnerable
                funding: APBD
                protections: [JKK, JKM]
                start: 2025-04
                months: 12
            """;

    @TempDir
    private Path config;

    @TestFactory
    Stream<DynamicTest> mistakes() throws IOException {
        JsonNode spec = Examples.spec("mistakes.yaml");
        String correct = spec.path("regency").asText();
        return StreamSupport.stream(spec.path("cases").spliterator(), false)
                .map(it -> dynamicTest(it.path("id").asText(), () -> {
                    write("9203-fakfak.yaml", replaced(correct, it.path("replace")));

                    List<AgreementProblem> problems = problems();

                    assertEquals(
                            List.of("regencies/9203-fakfak.yaml, baris %d, %s: %s"
                                    .formatted(
                                            it.path("line").asInt(),
                                            it.path("key").asText(),
                                            it.path("says").asText())),
                            sentences(problems));
                }));
    }

    @Test
    void takesTheDefaultsWhereNothingIsSaid() throws IOException {
        write("9203-fakfak.yaml", CORRECT);

        Regency regency = AgreementBook.load(config).regencies().get(0);
        Programme programme = regency.programmes().get(0);

        assertEquals("9203-fakfak", regency.folder());
        assertEquals(Optional.empty(), regency.unixGroup());
        assertEquals(Map.of(), regency.columnAliases());
        assertEquals("9203/uji-2025", programme.key().toString());
        assertEquals("", programme.agency());
        assertEquals(OptionalInt.empty(), programme.quota());
        assertEquals(Optional.empty(), programme.budget());
        assertEquals(new AgeRange(18, OptionalInt.of(65)), programme.age());
        assertEquals(Set.of(Field.NIK, Field.NAME, Field.BIRTH_DATE), programme.required());
        assertEquals(IntakeMode.APPEND, programme.mode());
        assertEquals(Optional.empty(), programme.base());
        assertEquals(false, programme.overlapAllowed());
        assertEquals(1, programme.risk());
        assertEquals(RoundingMode.HALF_EVEN, programme.rounding());
        assertEquals("provisional-1", programme.profile());
        assertEquals(120, programme.retentionMonths());
        assertEquals(false, programme.practice());
        assertEquals(true, programme.active());
        assertEquals(List.of(), programme.amendments());
    }

    @Test
    void wageEarnersHaveNoUpperAgeAndNeedAWageOrAPosition() throws IOException {
        String wages = CORRECT.replace("BPU", "PU");
        write("9203-fakfak.yaml", wages);
        Programme byWage = AgreementBook.load(config).listProgrammes().get(0);
        write("9203-fakfak.yaml", wages + "    wage-by-position: {Ketua  BPD: 500_000}\n");
        Programme byPosition = AgreementBook.load(config).listProgrammes().get(0);

        assertEquals(new AgeRange(18, OptionalInt.empty()), byWage.age());
        assertEquals(Set.of(Field.NIK, Field.NAME, Field.BIRTH_DATE, Field.WAGE), byWage.required());
        assertEquals(Set.of(Field.NIK, Field.NAME, Field.BIRTH_DATE, Field.POSITION), byPosition.required());
        assertEquals(Map.of("KETUA BPD", new BigDecimal(500_000)), byPosition.wageByPosition());
    }

    @Test
    void obeysEveryKeyThatIsGiven() throws IOException {
        write(
                "9203-fakfak.yaml",
                CORRECT.replace("branch: fakfak", "branch: fakfak\ngroup: fakfak\ncolumns: {nik: [NO IDENTITAS]}")
                        + """
                            agency: Dinas Sosial
                            quota: 10_000
                            budget: 2016000000
                            age: {min: 17}
                            required: [name, disability]
                            mode: full-list
                            base: 1200000
                            overlap: allowed
                            rounding: HALF_UP
                            profile: cabang-2
                            retention: 24
                            contact: "0956 1234"
                            practice: true
                            active: false
                            amendments:
                              - {from: 2025-09-01, months: 14, budget: 1}
                              - {from: 2025-07-01, quota: 11000}
                            source: 003
                        """);

        Regency regency = AgreementBook.load(config).regencies().get(0);
        Programme programme = regency.programmes().get(0);

        assertEquals(Optional.of("fakfak"), regency.unixGroup());
        assertEquals(Map.of(Field.NIK, List.of("NO IDENTITAS")), regency.columnAliases());
        assertEquals("Dinas Sosial", programme.agency());
        assertEquals(OptionalInt.of(10_000), programme.quota());
        assertEquals(Optional.of(new BigDecimal(2_016_000_000)), programme.budget());
        assertEquals(new AgeRange(17, OptionalInt.of(65)), programme.age());
        assertEquals(Set.of(Field.NIK, Field.NAME, Field.DISABILITY), programme.required());
        assertEquals(IntakeMode.FULL_LIST, programme.mode());
        assertEquals(Optional.of(new BigDecimal(1_200_000)), programme.base());
        assertEquals(true, programme.overlapAllowed());
        assertEquals(RoundingMode.HALF_UP, programme.rounding());
        assertEquals("cabang-2", programme.profile());
        assertEquals(24, programme.retentionMonths());
        assertEquals("0956 1234", programme.contact());
        assertEquals(true, programme.practice());
        assertEquals(false, programme.active());
        assertEquals("003", programme.source());
        assertEquals(
                List.of(
                        new Amendment(
                                LocalDate.of(2025, 7, 1),
                                OptionalInt.of(11_000),
                                Optional.empty(),
                                OptionalInt.empty()),
                        new Amendment(
                                LocalDate.of(2025, 9, 1),
                                OptionalInt.empty(),
                                Optional.of(BigDecimal.ONE),
                                OptionalInt.of(14))),
                programme.amendments());
    }

    @Test
    void namesTheMistakesOfAllFilesAtOnce() throws IOException {
        write("6111-kayong-utara.yaml", "code: 6111\nname: [Kayong Utara\n");
        write("9203-fakfak.yaml", CORRECT.replace("BPU", "BPJS").replace("2025-04", "April"));
        write("9203-lain.yaml", CORRECT.replace("slug: fakfak", "slug: lain"));
        write("7407-wakatobi.yml", CORRECT.replace("9203", "7407").replace("fakfak", "wakatobi"));
        write("6409-kosong.yaml", "");

        AgreementsBroken broken = assertThrows(AgreementsBroken.class, () -> AgreementBook.load(config));

        assertEquals("""
                regencies/6111-kayong-utara.yaml:2: NOT_YAML (while parsing a flow sequence; expected ',' or ']', but got <stream end>)
                regencies/6409-kosong.yaml:1: NOT_A_SECTION
                regencies/7407-wakatobi.yml:3: slug: FILE_NAME (7407-wakatobi.yaml)
                regencies/9203-fakfak.yaml:9: programmes[uji-2025].segment: WORD_UNKNOWN (BPJS, BPU, PU)
                regencies/9203-fakfak.yaml:13: programmes[uji-2025].start: NOT_A_MONTH (April)
                regencies/9203-lain.yaml:1: code: CODE_TWICE (9203, 9203-fakfak.yaml)""", broken.getMessage());
    }

    @Test
    void refusesAFolderWithoutAgreementsAndTextThatIsNotUtf8() throws IOException {
        assertEquals(
                List.of("regencies: Tidak ada berkas kabupaten."
                        + " Letakkan sedikitnya satu berkas <kode>-<nama>.yaml di sini."),
                sentences(problems()));

        Files.createDirectories(config.resolve("regencies"));
        Files.write(
                config.resolve("regencies/9203-fakfak.yaml"),
                CORRECT.replace("Uji 2025", "Ujié").getBytes(StandardCharsets.ISO_8859_1));

        assertEquals(
                "regencies/9203-fakfak.yaml: NOT_YAML (UTF-8)",
                problems().get(0).toString());
    }

    @Test
    void leavesOtherFilesOfTheFolderAlone() throws IOException {
        write("9203-fakfak.yaml", CORRECT);
        write(".9203-fakfak.yaml", "code: [");
        write("9203-fakfak.yaml~", "code: [");
        write("README.md", "code: [");

        assertEquals(1, AgreementBook.load(config).regencies().size());
    }

    @Test
    void everyKindOfProblemHasASentenceInBothLanguages() {
        for (AgreementProblem.Kind kind : AgreementProblem.Kind.values()) {
            AgreementProblem problem = new AgreementProblem("a.yaml", 1, "key", kind, List.of("x", "y"));

            for (var messages : List.of(Examples.INDONESIAN, Examples.ENGLISH)) {
                assertEquals(false, problem.sentence(messages).matches(".*\\{[0-9]}.*"), problem.sentence(messages));
            }
        }
        assertEquals(
                Examples.INDONESIAN.texts().keySet(), Examples.ENGLISH.texts().keySet());
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(config.resolve("regencies"));
        Files.writeString(config.resolve("regencies").resolve(name), text);
    }

    private List<AgreementProblem> problems() {
        return assertThrows(AgreementsBroken.class, () -> AgreementBook.load(config))
                .problems();
    }

    private static List<String> sentences(List<AgreementProblem> problems) {
        return problems.stream()
                .map(problem -> problem.sentence(Examples.INDONESIAN))
                .toList();
    }

    private static String replaced(String correct, JsonNode replace) {
        String text = correct;
        for (Map.Entry<String, JsonNode> it : replace.properties()) {
            String changed = text.replace(it.getKey(), it.getValue().asText());
            if (changed.equals(text)) {
                throw new IllegalStateException("nothing to replace: " + it.getKey());
            }
            text = changed;
        }
        return text;
    }
}
