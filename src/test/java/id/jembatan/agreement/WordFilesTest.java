package id.jembatan.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.AgreementProblem;
import id.jembatan.domain.AgreementsBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever edits a list of words is told the file, the line and what to change. */
class WordFilesTest {

    @TempDir
    Path config;

    @BeforeEach
    void asShipped() throws IOException {
        try (Stream<Path> files = Files.list(Examples.CONFIG)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                Files.copy(file, config.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void shippedOnesAreRight() {
        assertEquals(List.of(), WordFiles.listProblems(config));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "columns.yaml      | address: [NAMA]               | WORD_TWICE",
                "columns.yaml      | nama: [NAMA ORANG]            | FIELD_UNKNOWN",
                "columns.yaml      | jembatanRef: [REF]            | FIELD_UNKNOWN",
                "columns.yaml      | address: ['--']               | NOT_A_WORD",
                "columns.yaml      | address: ALAMAT               | NOT_A_LIST",
                "columns.yaml      | address: [ALAMAT              | NOT_YAML",
                "answers.yaml      | hasil: {a: [B]}               | KEY_UNKNOWN",
                "end-reasons.yaml  | DEAD: [Wafat]                 | WORD_UNKNOWN",
                "occupations.yaml  | 'lain lagi': [IRT, Pelajar]    | WORD_TWICE",
                "sectors.yaml      | lain: [Nelayan]               | WORD_TWICE",
                "places.yaml       | Fakfak: [...]                 | NOT_A_WORD"
            })
    void aMistakeIsNamedWithItsLine(String file, String added, AgreementProblem.Kind kind) throws IOException {
        Path changed = config.resolve(file);
        List<String> lines = Files.readAllLines(changed).stream()
                .filter(line -> !line.startsWith("address:") || !added.startsWith("address:"))
                .toList();
        Files.write(changed, Stream.concat(lines.stream(), Stream.of(added)).toList());

        List<AgreementProblem> problems = WordFiles.listProblems(config);

        AgreementProblem last = problems.get(problems.size() - 1);
        assertEquals(file, last.file());
        assertEquals(kind, last.kind());
        assertTrue(Math.abs(lines.size() + 1 - last.line()) <= 1, last + " of " + (lines.size() + 1));
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        Files.delete(config.resolve("sectors.yaml"));
        Files.delete(config.resolve("columns.yaml"));

        List<AgreementProblem> problems = WordFiles.listProblems(config);

        assertEquals(
                List.of("columns.yaml", "sectors.yaml"),
                problems.stream().map(AgreementProblem::file).toList());
        assertEquals(AgreementProblem.Kind.FILE_MISSING, problems.get(0).kind());
    }

    @Test
    void aRegencyMayNotMeanSomethingElseByACommonName() throws IOException {
        Path regencies = Files.createDirectories(config.resolve("regencies"));
        Path fakfak = Path.of("regencies/9203-fakfak.yaml");
        List<String> lines = Files.readAllLines(Examples.CONFIG.resolve(fakfak));
        Files.write(
                regencies.resolve(fakfak.getFileName()),
                Stream.concat(lines.stream(), Stream.of("columns:", "  phone: [KONTAK, NO KTP]"))
                        .toList());

        List<AgreementProblem> problems = assertThrows(AgreementsBroken.class, () -> AgreementBook.load(config))
                .problems();

        assertEquals(1, problems.size(), problems::toString);
        assertEquals(AgreementProblem.Kind.ALIAS_TWICE, problems.get(0).kind());
        assertEquals(List.of("NO KTP", "nik"), problems.get(0).details());
        assertEquals(lines.size() + 2, problems.get(0).line());
    }
}
