package id.jembatan.outbound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Batch;
import id.jembatan.domain.Contribution;
import id.jembatan.domain.EnrolmentLedger.Told;
import id.jembatan.domain.EnrolmentLine;
import id.jembatan.domain.Field;
import id.jembatan.domain.FieldTexts;
import id.jembatan.domain.Protection;
import id.jembatan.domain.Worker;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchFilesTest {

    private static final String NUMBER = "9203-pekerja-rentan-2025-20250403-01";

    @TempDir
    Path folder;

    @Test
    void writesTheProvisionalLayoutToTheByte() throws IOException {
        write(folder, OutboundSamples.batch(2), lines(2), shipped());

        assertArrayEquals(
                Files.readAllBytes(OutboundSamples.SPECS.resolve("provisional-1.csv")),
                Files.readAllBytes(folder.resolve(NUMBER + "-001.csv")));
    }

    @Test
    void writesAManifestAndAnswersItsHash() throws IOException {
        String sha256 = write(folder, OutboundSamples.batch(2), lines(2), shipped());

        assertEquals(
                Files.readString(OutboundSamples.SPECS.resolve("manifest.json")),
                Files.readString(folder.resolve("manifest.json")));
        assertEquals(WrittenFile.sha256(folder.resolve("manifest.json")), sha256);
    }

    @Test
    void beginsANewFileWhenOneIsFull() throws IOException {
        write(folder, OutboundSamples.batch(5), lines(5), limited(shipped(), 2));

        assertEquals(List.of(NUMBER + "-001.csv", NUMBER + "-002.csv", NUMBER + "-003.csv"), names(folder, ".csv"));
        List<String> last = Files.readAllLines(folder.resolve(NUMBER + "-003.csv"));
        assertEquals(2, last.size());
        assertTrue(last.get(1).startsWith("5," + NUMBER + "/5,"));
    }

    @Test
    void makesNoEmptyFileWhenTheLastOneIsJustFull() throws IOException {
        write(folder, OutboundSamples.batch(4), lines(4), limited(shipped(), 2));

        assertEquals(2, names(folder, ".csv").size());
    }

    @Test
    void refusesLinesThatDoNotAddUp() {
        assertRefused("control total: expected 3 people, found 2", OutboundSamples.batch(3), lines(2));
        EnrolmentLine cheap = other(OutboundSamples.line(1), "16799", "10000", "6799");
        assertRefused(
                "control total: expected 16800 rupiah a month, found 16799", OutboundSamples.batch(1), List.of(cheap));
        EnrolmentLine shifted = other(OutboundSamples.line(1), "16800", "10001", "6799");
        assertRefused(
                "control total: expected 10000 rupiah a month of JKK, found 10001",
                OutboundSamples.batch(1),
                List.of(shifted));
    }

    private static EnrolmentLine other(EnrolmentLine line, String total, String jkk, String jkm) {
        Contribution month = new Contribution(
                new BigDecimal(total),
                Map.of(Protection.JKK, new BigDecimal(jkk), Protection.JKM, new BigDecimal(jkm)));
        return new EnrolmentLine(line.number(), line.worker(), line.base(), month, line.months(), line.total());
    }

    private void assertRefused(String message, Batch batch, List<EnrolmentLine> lines) {
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> write(folder, batch, lines, shipped()));

        assertEquals(message, refusal.getMessage());
        assertFalse(Files.exists(folder.resolve("manifest.json")));
    }

    @Test
    void hasTheSameBytesWheneverItIsWritten() throws IOException {
        for (Profile profile : List.of(shipped(), xlsx())) {
            Path once = Files.createTempDirectory(folder, "once");
            Path again = Files.createTempDirectory(folder, "again");

            write(once, OutboundSamples.batch(3), lines(3), profile);
            write(again, OutboundSamples.batch(3), lines(3), profile);

            assertEquals(names(once, ""), names(again, ""));
            for (String name : names(once, "")) {
                assertArrayEquals(Files.readAllBytes(once.resolve(name)), Files.readAllBytes(again.resolve(name)));
            }
        }
    }

    @Test
    void writesAWorkbookOfTextsThatKnowsNoTime() throws IOException {
        write(folder, OutboundSamples.batch(1), lines(1), xlsx());

        Path file = folder.resolve(NUMBER + "-001.xlsx");
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertEquals("NIK", rows.get(0).getCellText(0));
            assertEquals("9203011205809001", rows.get(1).getCellText(0));
            assertEquals(CellType.STRING, rows.get(1).getCell(0).getType());
            assertEquals("12/05/1980", rows.get(1).getCellText(1));
            assertEquals("081234567890", rows.get(1).getCellText(2));
            assertEquals("LAKI-LAKI", rows.get(1).getCellText(3));
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String properties = new String(
                    zip.getInputStream(zip.getEntry("docProps/core.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(properties.contains(">2000-01-01T00:00:00Z</dcterms:created>"));
            assertTrue(zip.stream().allMatch(entry -> entry.getTimeLocal().getYear() == 1980));
        }
        assertEquals(3, names(folder, "").size());
    }

    @Test
    void writesTheSecondLayoutWithAWorkbookForEachDistrict() throws IOException {
        Profile second = Profiles.load(OutboundSamples.SHIPPED).get("provisional-2");
        List<EnrolmentLine> byDistrict =
                List.of(OutboundSamples.line(1), OutboundSamples.line(3), OutboundSamples.line(2));

        write(folder, OutboundSamples.batch(3), byDistrict, second);

        assertEquals(
                List.of("peserta-" + NUMBER + "-001-fakfak.xlsx", "peserta-" + NUMBER + "-002-0.xlsx"),
                names(folder, ".xlsx"));
        Path file = folder.resolve("peserta-" + NUMBER + "-001-fakfak.xlsx");
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertEquals(3, rows.size());
            assertEquals(
                    "01,1,KTP,9203011205809001,ADI \"ONGEN\" RUMAGIA,1,12/05/1980,FAKFAK,SITI,081234567890,"
                            + "Jl. Izak Telussa No. 1, RT 2,Wagom,Fakfak,Nelayan,2,1.000.000,16.800,12,,," + NUMBER
                            + "/1",
                    String.join(
                            ",",
                            IntStream.range(0, 21)
                                    .mapToObj(rows.get(1)::getCellText)
                                    .toList()));
        }
    }

    @Test
    void showsALayoutWithoutShowingAnybody() throws IOException {
        Preview preview = Preview.of(shipped(), OutboundSamples.batch(1), lines(1));

        assertEquals(
                "1," + NUMBER + "/1,************9001,A** \"O****\" R******,F*****,**-**-****,L,"
                        + "J*. I*** T****** N*. *, R* *,Wagom,Fakfak,Nelayan,+*************,S***,JKK+JKM,1000000,16800",
                String.join(",", preview.rows().get(0)));
    }

    @Test
    void leavesNothingThatASpreadsheetWouldTakeForAFormula() throws IOException {
        write(folder, OutboundSamples.batch(1), lines(1), shipped());

        String line = Files.readAllLines(folder.resolve(NUMBER + "-001.csv")).get(1);
        assertTrue(line.contains(",+6281234567890,SITI,"));
    }

    @Test
    void writesALetterWithTheControlTotals() throws IOException {
        String sha256 = write(folder, OutboundSamples.batch(2), lines(2), shipped());

        String letter = Files.readString(folder.resolve("surat-pengantar.html"));
        for (String part : List.of(
                "<html lang=\"id\">",
                "Kepala BPJS Ketenagakerjaan Cabang Fakfak",
                "3 April 2025",
                "12 bulan, April 2025 sampai Maret 2026",
                "6.002 dari 10.000",
                "Rp 33.600",
                "Rp 403.200",
                "provisional-1, versi 1",
                "Berita acara serah terima data",
                NUMBER + "-001.csv",
                sha256,
                "ab".repeat(32))) {
            assertTrue(letter.contains(part), part);
        }
        assertFalse(letter.contains("9203011205809001"));
        assertFalse(letter.contains("RUMAGIA"));
    }

    @Test
    void putsNothingBesideUnlessItIsAskedFor() throws IOException {
        write(folder, OutboundSamples.batch(2), lines(2), shipped());

        assertEquals(List.of(NUMBER + "-001.csv", "manifest.json", "surat-pengantar.html"), names(folder, ""));
    }

    @Test
    void putsSumsAndAMessageBesideThatHoldTheVeryFiles() throws IOException {
        String sha256 = BatchFiles.write(
                folder,
                OutboundSamples.batch(2),
                lines(2).iterator(),
                shipped(),
                OutboundSamples.messages("id"),
                new Extras(true, true, Optional.of("cabang@bpjs.example")));

        String mail = Files.readString(folder.resolve(NUMBER + ".eml"));
        String[] parts = mail.split("--jembatan-" + sha256.substring(0, 32), -1);
        assertEquals(6, parts.length, mail);
        assertTrue(
                parts[0].startsWith("To: cabang@bpjs.example\r\nSubject: [Jembatan] " + NUMBER + " new 2\r\n"), mail);
        assertTrue(decoded(parts[1]).contains("Rp 403.200"), decoded(parts[1]));
        assertEquals(Files.readString(folder.resolve(NUMBER + "-001.csv")), decoded(parts[2]));
        assertEquals(Files.readString(folder.resolve("manifest.json")), decoded(parts[3]));
        assertEquals(Files.readString(folder.resolve("surat-pengantar.html")), decoded(parts[4]));
        assertEquals("--\r\n", parts[5]);
        assertTrue(mail.lines().allMatch(line -> line.length() < 200), "lines that every server passes");
        List<String> sums = Files.readAllLines(folder.resolve("SHA256SUMS"));
        assertEquals(4, sums.size());
        for (String sum : sums) {
            String[] words = sum.split("  ", 2);
            assertEquals(WrittenFile.sha256(folder.resolve(words[1])), words[0]);
        }
    }

    private static String decoded(String part) {
        String body = part.substring(part.indexOf("\r\n\r\n") + 4);
        return new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
    }

    @Test
    void asksOnlyWhatTheLayoutCarriesWhetherSomebodyIsAnother() throws IOException {
        Told before = new Told(OutboundSamples.line(1).worker(), new BigDecimal("1000000"));
        Told otherPhone = new Told(with(before, Field.PHONE, "+6281299999999"), before.base());
        Told otherCard = new Told(with(before, Field.FAMILY_CARD, "9203010101109001"), before.base());
        Told otherBase = new Told(before.worker(), new BigDecimal("2000000"));

        assertTrue(shipped().differs(before, otherPhone));
        assertTrue(shipped().differs(before, otherBase));
        assertFalse(shipped().differs(before, otherCard));
        assertFalse(shipped().differs(before, before));
    }

    private static Worker with(Told told, Field field, String text) {
        FieldTexts.Builder texts = FieldTexts.builder();
        for (Field each : Field.values()) {
            if (told.worker().texts().has(each)) {
                texts.put(each, told.worker().texts().get(each));
            }
        }
        Worker worker = told.worker();
        return new Worker(
                worker.nik(),
                worker.name(),
                worker.matchKey(),
                worker.birthDate(),
                worker.sex(),
                worker.wage(),
                texts.put(field, text).build());
    }

    @Test
    void knowsTheSameWordsInBothLanguages() {
        assertEquals(
                OutboundSamples.messages("id").texts().keySet(),
                OutboundSamples.messages("en").texts().keySet());
    }

    private static String write(Path folder, Batch batch, List<EnrolmentLine> lines, Profile profile)
            throws IOException {
        return BatchFiles.write(folder, batch, lines.iterator(), profile, OutboundSamples.messages("id"), Extras.NONE);
    }

    private static List<EnrolmentLine> lines(int people) {
        return IntStream.rangeClosed(1, people).mapToObj(OutboundSamples::line).toList();
    }

    private static Profile shipped() throws IOException {
        return Profiles.load(OutboundSamples.SHIPPED).get("provisional-1");
    }

    private static Profile xlsx() throws IOException {
        return Profiles.load(OutboundSamples.SPECS).get("workbook-1");
    }

    private static Profile limited(Profile profile, int rows) {
        return new Profile(
                profile.name(),
                profile.version(),
                profile.csv(),
                rows,
                profile.dateForm(),
                profile.fileName(),
                profile.split(),
                profile.codes(),
                profile.columns());
    }

    private static List<String> names(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = new ArrayList<>(files.map(file -> Optional.ofNullable(file.getFileName())
                            .map(Path::toString)
                            .orElse(""))
                    .filter(name -> name.endsWith(end))
                    .toList());
            names.sort(null);
            return names;
        }
    }
}
