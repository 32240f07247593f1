package id.jembatan.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Cause;
import id.jembatan.domain.DropId;
import id.jembatan.domain.DropReading;
import id.jembatan.domain.Field;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Messages;
import id.jembatan.domain.RepairTally;
import id.jembatan.domain.Reply;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.domain.RootCause;
import id.jembatan.domain.RowCounts;
import id.jembatan.domain.RowPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {

    @TempDir
    Path folder;

    @Test
    void tellsTheClerkWhatCameAndWhatBecameOfIt() throws IOException {
        String page = receipt(ReportSamples.taken(), "id");

        assertTrue(page.startsWith("<!DOCTYPE html>\n<html lang=\"id\">"));
        assertTrue(page.contains("3 April 2025 pukul 08.15 WIT"));
        assertTrue(page.contains("Kabupaten Fakfak (9203)"));
        assertTrue(page.contains("1.100"));
        assertTrue(page.contains("Rp 2.016.000.000"));
        assertTrue(page.contains("Rp 806.400"));
        assertTrue(page.contains("perbaikan.xlsx"));
        assertTrue(page.contains("tidak-masuk.xlsx"));
        assertTrue(page.contains("Dari daftar semula masih menunggu"));
    }

    @Test
    void namesTheLargestCauseFirstAndNotesLastWithColumnExampleAndAdvice() throws IOException {
        String page = receipt(ReportSamples.taken(), "id");

        assertInOrder(
                page,
                "NIK_LENGTH",
                "Salin NIK dari KTP",
                "lembar Daftar, baris 12",
                "BIRTH_DATE_UNREADABLE",
                "Kolom TTL",
                "VILLAGE_UNKNOWN",
                "sebagai bilangan",
                "NIK_ROUNDED",
                "lembar Daftar, baris 88 sampai 90",
                "SEX_FROM_NIK");
    }

    @Test
    void masksLongNumbersAndEscapesNames() throws IOException {
        String page = receipt(ReportSamples.taken(), "id");

        assertFalse(page.contains("9203011205809001"));
        assertTrue(page.contains("daftar ************9001.xlsx"));
        assertTrue(page.contains("NO &lt;REK&gt;"));
    }

    @Test
    void saysOfARefusedFileWhyAndWhatToDoAndNoMore() throws IOException {
        String page = receipt(ReportSamples.refused(), "id");

        assertTrue(page.contains("&lt;b&gt;daftar&lt;/b&gt;.csv"));
        assertTrue(page.contains("Kolom wajib tidak ada: nik, birthDate."));
        assertTrue(page.contains("Tambahkan kolom itu"));
        assertFalse(page.contains("perbaikan.xlsx"));
    }

    @Test
    void doesNotSendTheClerkOfARefusedFileToAWorkbookThatIsNotThere() throws IOException {
        String page = receipt(ReportSamples.refused().telling(ReportSamples.reading()), "id");

        assertInOrder(page, "NIK_LENGTH", "sebagai bilangan", "NIK_ROUNDED", "Ambil lagi kolom NIK dari sumbernya");
        assertFalse(page.contains("perbaikan.xlsx"));
    }

    @Test
    void tellsAMistakeThatNoFindingTellsOnlyWhereSeveralRowsShowIt() throws IOException {
        Cause exchanged = new Cause(
                Optional.of(RootCause.NAME_AND_MOTHER_EXCHANGED),
                Optional.empty(),
                7,
                new RowPlace("Daftar", 3),
                new RowPlace("Daftar", 90),
                Field.NAME);
        Cause alone =
                new Cause(exchanged.root(), exchanged.code(), 1, exchanged.first(), exchanged.first(), Field.NAME);

        String several = receipt(ReportSamples.taken().telling(reading(exchanged)), "id");
        String one = receipt(ReportSamples.taken().telling(reading(alone)), "id");

        assertInOrder(
                several,
                "Kolom NAMA dan kolom nama ibu tampaknya tertukar",
                "peringatan",
                ">7<",
                "lembar Daftar, baris 3");
        assertFalse(one.contains("tertukar"));
    }

    private static DropReading reading(Cause... causes) {
        DropReading all = ReportSamples.reading();
        return new DropReading(
                all.rows(),
                all.columns(),
                all.ignored(),
                all.ignoredLines(),
                all.emptyLines(),
                all.findings(),
                List.of(causes),
                all.changed(),
                all.sectors());
    }

    @Test
    void tellsOneCauseWhereACommonMistakeIsSuspectedBehindOneRowOnly() throws IOException {
        Cause kpj =
                new Cause(Optional.of(RootCause.KPJS_AS_NIKS), FindingCode.NIK_LENGTH, 1, at(40), at(40), Field.NIK);
        Cause shorter = new Cause(Optional.empty(), FindingCode.NIK_LENGTH, 2, at(12), at(17), Field.NIK);

        String page = receipt(ReportSamples.taken().telling(reading(kpj, shorter)), "id");

        assertEquals(1, page.split("<code>NIK_LENGTH</code>", -1).length - 1);
        assertInOrder(page, "NIK_LENGTH", "<td class=\"number\">3</td>", "baris 12");
    }

    private static RowPlace at(int row) {
        return new RowPlace("Daftar", row);
    }

    @Test
    void saysOfASeenFileWhenItCameFirst() throws IOException {
        String page = receipt(ReportSamples.seen(), "id");

        assertTrue(page.contains("Berkas yang sama sudah pernah diterima"));
        assertTrue(page.contains("1 April 2025 pukul 09.30 WIT"));
        assertTrue(page.contains("11 baris akan mendapat hasil yang berbeda"));
    }

    @Test
    void speaksEnglishWhenAsked() throws IOException {
        String page = receipt(ReportSamples.taken(), "en");

        assertTrue(page.contains("<html lang=\"en\">"));
        assertTrue(page.contains("3 April 2025 at 08:15 WIT"));
        assertTrue(page.contains("1,204"));
    }

    @Test
    void loadsNothingFromElsewhere() throws IOException {
        String page = receipt(ReportSamples.taken(), "id");

        assertFalse(page.matches("(?s).*(src=|url\\(|<link|<script|https?:).*"));
    }

    @Test
    void knowsTheSameWordsInBothLanguages() {
        Messages indonesian = ReportSamples.messages("id");
        Messages english = ReportSamples.messages("en");

        assertEquals(indonesian.texts().keySet(), english.texts().keySet());
    }

    @Test
    void listsTheDropsOfAProgrammeNewestFirst() throws IOException {
        Path file = folder.resolve("index.html");
        List<IndexPage.Entry> drops = List.of(
                entry(1, "lama.csv", ReplyStatus.TAKEN),
                entry(3, "9203011205809001.csv", ReplyStatus.REFUSED),
                entry(2, "tengah & akhir.csv", ReplyStatus.SEEN));

        new IndexPage(ReportSamples.messages("id"))
                .write(file, "Kabupaten Fakfak", "Pekerja rentan 2025", drops, ReportSamples.FAKFAK);

        String page = Files.readString(file);
        assertInOrder(page, "************9001.csv", "Berkas ini ditolak", "tengah &amp; akhir.csv", "lama.csv");
        assertTrue(page.contains("href=\"20250403-000000000" + "1/tanda-terima.html\""));
        assertTrue(page.contains("/pemberitahuan-01.html\">Pemberitahuan 1</a>"));
        assertTrue(page.contains("1.204 baris dibaca, 1.100 diterima, 80 harus diperbaiki atau diputuskan"));
    }

    private static IndexPage.Entry entry(int receipt, String file, ReplyStatus status) {
        return new IndexPage.Entry(
                receipt,
                new DropId("20250403-000000000" + receipt),
                "20250403-000000000" + receipt,
                false,
                file,
                Instant.parse("2025-04-03T00:00:00Z"),
                java.util.Optional.of(status),
                status == ReplyStatus.REFUSED ? RowCounts.NONE : ReportSamples.COUNTS,
                status == ReplyStatus.TAKEN ? List.of("pemberitahuan-01.html") : List.of());
    }

    private String receipt(Reply reply, String language) throws IOException {
        Path file = folder.resolve("tanda-terima.html");
        new ReceiptPage(ReportSamples.messages(language))
                .write(
                        file,
                        reply,
                        Optional.of(new RepairTally(5, 2, 1, 9)),
                        ReportSamples.standings(),
                        ReportSamples.FAKFAK);
        return Files.readString(file);
    }

    private static void assertInOrder(String page, String... parts) {
        int from = 0;
        for (String part : parts) {
            int found = page.indexOf(part, from);
            assertTrue(found >= 0, "expected \"" + part + "\" after position " + from);
            from = found;
        }
    }
}
