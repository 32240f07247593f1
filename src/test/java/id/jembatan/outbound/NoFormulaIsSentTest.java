package id.jembatan.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Batch;
import id.jembatan.domain.EnrolmentLine;
import id.jembatan.domain.Field;
import id.jembatan.domain.FieldTexts;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Sex;
import id.jembatan.domain.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the register holds of a person, no cell that the branch gets can act as a formula (SPEC section 12). */
class NoFormulaIsSentTest {

    private static final Batch BATCH = OutboundSamples.batch(1);
    private static final List<Profile> SHIPPED = shipped();
    /** A sign and digits are a number to a spreadsheet, and can call nothing. */
    private static final Pattern PHONE = Pattern.compile("\\+[0-9]+");

    @Property(tries = 500)
    void noCellBeginsAsAFormula(@ForAll("people") EnrolmentLine line) {
        assertEquals(2, SHIPPED.size());
        for (Profile profile : SHIPPED) {
            for (String cell : CellValue.of(profile, BATCH, line)) {
                boolean harmless =
                        cell.isEmpty() || PHONE.matcher(cell).matches() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0;
                assertTrue(harmless, () -> "begins with the character " + (int) cell.charAt(0));
            }
        }
    }

    @Test
    void aWorkbookForTheBranchHasTextCellsAndNoFormula(@TempDir Path folder) throws IOException {
        EnrolmentLine line = line(List.of("=1+1", "@SUM(A1)", "+1", "-1", "\t=1", "\r=1", "'=1"));
        Profile xlsx = SHIPPED.stream()
                .filter(profile -> profile.name().equals("provisional-2"))
                .findFirst()
                .orElseThrow();

        BatchFiles.write(folder, BATCH, List.of(line).iterator(), xlsx, OutboundSamples.messages("id"), Extras.NONE);

        try (Stream<Path> files = Files.list(folder);
                ZipFile zip = new ZipFile(files.filter(file -> file.toString().endsWith(".xlsx"))
                        .findFirst()
                        .orElseThrow()
                        .toFile())) {
            String sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertTrue(sheet.contains("inlineStr"));
            assertTrue(!sheet.contains("<f>") && !sheet.contains("<v>"));
        }
    }

    @Provide
    Arbitrary<EnrolmentLine> people() {
        Arbitrary<String> lead = Arbitraries.strings().withChars("=+-@\t\r '\"").ofMaxLength(4);
        Arbitrary<String> rest = Arbitraries.strings().withChars("AB1(). ").ofMaxLength(6);
        return Combinators.combine(lead, rest)
                .as((first, last) -> first + last)
                .list()
                .ofSize(7)
                .map(NoFormulaIsSentTest::line);
    }

    private static List<Profile> shipped() {
        try {
            return List.copyOf(Profiles.load(OutboundSamples.SHIPPED).byName().values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EnrolmentLine line(List<String> texts) {
        FieldTexts.Builder kept = FieldTexts.builder();
        List<Field> fields = List.of(
                Field.BIRTH_PLACE,
                Field.ADDRESS,
                Field.VILLAGE,
                Field.OCCUPATION,
                Field.PHONE,
                Field.MOTHER_NAME,
                Field.EMPLOYER);
        for (int i = 0; i < fields.size(); i++) {
            kept.put(fields.get(i), texts.get(i));
        }
        Worker worker = new Worker(
                new NationalId(9203011205809001L),
                texts.get(0) + "UDIN",
                "UDIN",
                Optional.of(LocalDate.of(1980, 5, 12)),
                Sex.MALE,
                Optional.empty(),
                kept.build());
        return new EnrolmentLine(
                1, worker, new BigDecimal("1000000"), OutboundSamples.MONTH, 12, new BigDecimal("201600"));
    }
}
