package id.jembatan.specs;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Field;
import id.jembatan.domain.Finding;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Messages;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nobody can repair what is not explained: each code has its sentence, what to do and an example in both languages. */
class FindingsAreExplainedTest {
    private static final Messages INDONESIAN = read("id");
    private static final Messages ENGLISH = read("en");
    private static final Path PAGE = Path.of("docs/findings.md");

    @TestFactory
    Stream<DynamicTest> everyCodeIsExplained() {
        return Stream.of(INDONESIAN, ENGLISH).flatMap(messages -> Stream.of(FindingCode.values())
                .map(code -> DynamicTest.dynamicTest(
                        messages.language() + " " + code, () -> assertExplained(messages, code))));
    }

    private static void assertExplained(Messages messages, FindingCode code) {
        String key = "finding." + code;
        assertAll(Stream.of(key, key + ".action", key + ".example")
                .map(needed ->
                        () -> assertFalse(messages.find(needed).orElse("").isBlank(), needed)));
    }

    @TestFactory
    Stream<DynamicTest> everyFieldHasAName() {
        return Stream.of(INDONESIAN, ENGLISH).flatMap(messages -> Stream.of(Field.values())
                .map(field -> DynamicTest.dynamicTest(
                        messages.language() + " " + field,
                        () -> assertTrue(messages.find("field." + field.key()).isPresent()))));
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertEquals(
                new TreeSet<>(INDONESIAN.texts().keySet()),
                new TreeSet<>(ENGLISH.texts().keySet()));
    }

    @Test
    void explainsOnlyCodesThatExist() {
        TreeSet<String> unknown = INDONESIAN.texts().keySet().stream()
                .filter(key -> key.startsWith("finding."))
                .map(key -> key.split("\\.", -1)[1])
                .filter(name -> Stream.of(FindingCode.values())
                        .noneMatch(code -> code.name().equals(name)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(), unknown);
    }

    @Test
    void namesTheCauseWhereTheCatalogueKnowsIt() {
        assertEquals(
                "NIK harus 16 angka; di sini ada 11 angka. Panjang itu milik nomor KPJ, bukan NIK.",
                INDONESIAN.sentence(Finding.of(FindingCode.NIK_LENGTH, "11")));
        assertEquals(
                "NIK harus 16 angka; di sini ada 14 angka.",
                INDONESIAN.sentence(Finding.of(FindingCode.NIK_LENGTH, "14")));
        assertEquals(
                "Nama ibu kandung wajib diisi.",
                INDONESIAN.sentence(Finding.of(FindingCode.FIELD_MISSING, Field.MOTHER_NAME, Field.MOTHER_NAME.key())));
        assertEquals("NIK kosong.", INDONESIAN.sentence(Finding.of(FindingCode.NIK_MISSING)));
    }

    /** {@code make findings} writes the page; this fails when it is not what the catalogue, sentences and cases give. */
    @Test
    void thePageIsWhatTheCatalogueGives() throws IOException {
        Messages indonesian = read("id", "findings", "report");
        Messages english = read("en", "findings", "report");

        String page = new FindingsPage(indonesian, english, CasesOfCodes.read()).text();

        if (Boolean.getBoolean("findings.write")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(Files.readString(PAGE), page, "docs/findings.md is old: run make findings");
    }

    /** A code without a case is one that nobody has seen at work. */
    @Test
    void everyCodeHasACase() throws IOException {
        Set<FindingCode> without = EnumSet.allOf(FindingCode.class);
        without.removeAll(CasesOfCodes.read().keySet());

        assertEquals(EnumSet.noneOf(FindingCode.class), without);
    }

    private static Messages read(String language) {
        return read(language, "findings");
    }

    private static Messages read(String language, String... catalogues) {
        Properties properties = new Properties();
        for (String catalogue : catalogues) {
            try (Reader text =
                    Files.newBufferedReader(Path.of("config/messages", catalogue + "_" + language + ".properties"))) {
                properties.load(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Map<String, String> texts = properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty));
        return new Messages(language, texts);
    }
}
