package id.jembatan.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.Chromium;
import id.jembatan.domain.Cause;
import id.jembatan.domain.DropId;
import id.jembatan.domain.DropReading;
import id.jembatan.domain.Field;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.IgnoredLine;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.Refusal;
import id.jembatan.domain.RepairTally;
import id.jembatan.domain.Reply;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.domain.RootCause;
import id.jembatan.domain.RowCounts;
import id.jembatan.domain.RowPlace;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a clerk prints fits on one or two sheets of A4, in the sentences that are really shown (SPEC section 7). */
class PrintedPagesTest {

    private static final String LONG_NAME =
            "Daftar Pekerja Rentan Distrik Fakfak Tengah, Kayauni, Kramongmongga dan Teluk"
                    + " Patipi tahun anggaran 2025 (revisi terakhir, sudah ditandatangani kepala dinas tenaga kerja).xlsx";
    private static final List<FindingCode> FIFTEEN = List.of(
            FindingCode.NIK_LENGTH,
            FindingCode.NIK_SCIENTIFIC,
            FindingCode.NIK_NOT_DIGITS,
            FindingCode.NIK_MISSING,
            FindingCode.NIK_IS_FAMILY_CARD,
            FindingCode.NIK_DATE,
            FindingCode.NAME_INVALID,
            FindingCode.BIRTH_DATE_UNREADABLE,
            FindingCode.AGE_ABOVE,
            FindingCode.OCCUPATION_NOT_ELIGIBLE,
            FindingCode.NIK_BIRTH_DATE,
            FindingCode.PHONE_UNREADABLE,
            FindingCode.VILLAGE_UNKNOWN,
            FindingCode.WAGE_UNREADABLE,
            FindingCode.SEX_FROM_NIK);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void theFullestReceiptTakesTwoSheets(String language) throws Exception {
        Chromium chromium = Chromium.assumed();

        Path page = write(reply(ReplyStatus.TAKEN, reading(), Optional.empty(), true), language);

        assertTrue(Files.readString(page).contains("perbaikan.xlsx"));
        assertEquals(2, chromium.print(page));
    }

    /** The rarest have no line of their own, and are named all the same. */
    @Test
    void theFullestReceiptNamesEveryCause() throws Exception {
        String page = Files.readString(write(reply(ReplyStatus.TAKEN, reading(), Optional.empty(), true), "id"));

        FIFTEEN.forEach(code -> assertTrue(page.contains(code.name()), code.name()));
        assertTrue(page.contains("Sebab lain yang lebih jarang"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEEN", "REFUSED", "TAKEN"})
    void anOrdinaryReceiptTakesOneSheet(ReplyStatus status) throws Exception {
        Chromium chromium = Chromium.assumed();
        Optional<Refusal> refusal = status == ReplyStatus.REFUSED
                ? Optional.of(new Refusal(FindingCode.FILE_COLUMN_MISSING, List.of("nik", "birthDate", "occupation")))
                : Optional.empty();
        DropReading reading = status == ReplyStatus.REFUSED ? DropReading.NONE : few();

        Path page = write(reply(status, reading, refusal, false), "id");

        assertEquals(1, chromium.print(page));
    }

    @Test
    void twentyFiveDropsOfAProgrammeStandOnTwoSheets() throws Exception {
        Chromium chromium = Chromium.assumed();
        List<IndexPage.Entry> drops = new ArrayList<>();
        for (int i = 1; i <= 25; i++) {
            ReplyStatus status = List.of(ReplyStatus.TAKEN, ReplyStatus.REFUSED, ReplyStatus.SEEN)
                    .get(i % 3);
            drops.add(new IndexPage.Entry(
                    i,
                    new DropId("20250403-" + (1_000_000_000L + i)),
                    "20250403-" + (1_000_000_000L + i),
                    false,
                    i % 5 == 0 ? LONG_NAME : "daftar-" + i + ".xlsx",
                    Instant.parse("2025-04-03T00:00:00Z").plusSeconds(86_400L * i),
                    Optional.of(status),
                    status == ReplyStatus.REFUSED ? RowCounts.NONE : ReportSamples.COUNTS,
                    List.of()));
        }
        Path page = folder.resolve("index.html");

        new IndexPage(messages("id"))
                .write(page, "Kabupaten Fakfak", "Pekerja rentan 2025", drops, ReportSamples.FAKFAK);

        assertTrue(chromium.print(page) <= 2);
    }

    private Path write(Reply reply, String language) throws IOException {
        Path page = folder.resolve(language + "-" + reply.status() + ".html");
        boolean repaired = reply.reading().causes().size() > 10;
        new ReceiptPage(messages(language))
                .write(
                        page,
                        reply,
                        repaired ? Optional.of(new RepairTally(5, 2, 1, 9)) : Optional.empty(),
                        ReportSamples.standings(),
                        ReportSamples.FAKFAK);
        assertFalse(Files.readString(page).contains("null"));
        return page;
    }

    private static Reply reply(ReplyStatus status, DropReading reading, Optional<Refusal> refusal, boolean full) {
        Reply like = ReportSamples.seen();
        RowCounts rows = full
                ? new RowCounts(
                        12_204,
                        Map.of(
                                Outcome.ACCEPTED, 11_000L,
                                Outcome.WAITLISTED, 104L,
                                Outcome.UPDATED, 10L,
                                Outcome.UNCHANGED, 10L,
                                Outcome.DUPLICATE, 20L,
                                Outcome.COVERED, 20L,
                                Outcome.REVIEW, 12L,
                                Outcome.REJECTED, 1_028L))
                : ReportSamples.COUNTS;
        return new Reply(
                ReportSamples.receipt(LONG_NAME, like.receipt().firstReceivedAt()),
                status,
                refusal,
                "Kabupaten Penajam Paser Utara",
                "Pekerja rentan sektor kelautan dan perikanan 2025",
                status == ReplyStatus.REFUSED ? RowCounts.NONE : rows,
                reading,
                like.places(),
                status == ReplyStatus.SEEN ? 11 : 0,
                "1");
    }

    private static DropReading few() {
        return with(
                causes(List.of(FindingCode.NIK_LENGTH, FindingCode.AGE_ABOVE, FindingCode.SEX_FROM_NIK)), List.of());
    }

    private static DropReading reading() {
        List<Cause> causes = causes(FIFTEEN);
        for (RootCause root : RootCause.values()) {
            causes.add(new Cause(
                    Optional.of(root),
                    root.code(),
                    400,
                    new RowPlace("Lampiran II Kramongmongga", 7),
                    new RowPlace("Lampiran II Kramongmongga", 900),
                    root.field()));
        }
        List<IgnoredLine> ignored = new ArrayList<>();
        for (IgnoredLine.Why why : IgnoredLine.Why.values()) {
            boolean sheet = why == IgnoredLine.Why.SHEET_HIDDEN || why == IgnoredLine.Why.SHEET_WITHOUT_HEADER;
            ignored.add(new IgnoredLine("Rekap per kampung dan distrik", sheet ? 0 : 40, why));
        }
        return with(causes, ignored);
    }

    private static List<Cause> causes(List<FindingCode> codes) {
        List<Cause> causes = new ArrayList<>();
        for (FindingCode code : codes) {
            causes.add(new Cause(
                    Optional.empty(),
                    code,
                    300 - causes.size(),
                    new RowPlace("Lampiran II Kramongmongga", 12),
                    new RowPlace("Lampiran II Kramongmongga", 1_000),
                    code.field().orElse(Field.NIK)));
        }
        return causes;
    }

    private static DropReading with(List<Cause> causes, List<IgnoredLine> ignored) {
        return new DropReading(
                12_204,
                List.of(
                        new DropReading.Column("NOMOR INDUK KEPENDUDUKAN (16 DIGIT)", Optional.of(Field.NIK)),
                        new DropReading.Column("NAMA LENGKAP SESUAI KTP", Optional.of(Field.NAME)),
                        new DropReading.Column("TEMPAT, TANGGAL LAHIR", Optional.of(Field.BIRTH_PLACE_DATE)),
                        new DropReading.Column("UKURAN SEPATU", Optional.empty()),
                        new DropReading.Column("STATUS DTKS", Optional.empty())),
                ignored,
                ignored.size(),
                2,
                Map.of(),
                causes,
                Map.of(),
                Map.of());
    }

    /** Every catalogue, as the programme loads it. */
    private static Messages messages(String language) throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (Stream<Path> files = Files.list(Path.of("config/messages"))) {
            for (Path file : files.filter(name -> name.toString().endsWith("_" + language + ".properties"))
                    .toList()) {
                Properties properties = new Properties();
                try (Reader in = Files.newBufferedReader(file)) {
                    properties.load(in);
                }
                properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            }
        }
        return new Messages(language, texts);
    }
}
