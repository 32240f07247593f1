package id.jembatan.report;

import id.jembatan.domain.Cause;
import id.jembatan.domain.Cell;
import id.jembatan.domain.Column;
import id.jembatan.domain.DateSystem;
import id.jembatan.domain.DropId;
import id.jembatan.domain.DropReading;
import id.jembatan.domain.Field;
import id.jembatan.domain.Finding;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.FindingTally;
import id.jembatan.domain.IgnoredLine;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.Places;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.Refusal;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.RepairRow;
import id.jembatan.domain.Reply;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.domain.RootCause;
import id.jembatan.domain.RowCounts;
import id.jembatan.domain.RowOutcome;
import id.jembatan.domain.RowPlace;
import id.jembatan.domain.Sheet;
import id.jembatan.domain.Table;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

/** Invented replies and rows that several tests share. */
final class ReportSamples {

    static final ZoneId FAKFAK = ZoneId.of("Asia/Jayapura");
    static final Path SPECS = Path.of("src/test/resources/specs/report");
    private static final String SHA = "6b1f3c0a9d".repeat(6) + "abcd";

    private ReportSamples() {}

    static Messages messages(String language) {
        Map<String, String> texts = new HashMap<>();
        for (Path file : List.of(
                Path.of("config/messages/report_" + language + ".properties"),
                Path.of("config/messages/figures_" + language + ".properties"),
                SPECS.resolve("findings_id.properties"))) {
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        }
        return new Messages(language, texts);
    }

    static Receipt receipt(String file, Optional<Instant> first) {
        LocalDate day = LocalDate.of(2025, 4, 3);
        return new Receipt(
                7,
                DropId.of(day, SHA),
                Optional.of(new RegencyCode("9203")),
                Optional.of(new ProgrammeKey(new RegencyCode("9203"), "pekerja-rentan-2025")),
                file,
                SHA,
                4_096,
                Instant.parse("2025-04-02T23:15:42.5Z"),
                day,
                first);
    }

    static final RowCounts COUNTS = new RowCounts(
            1_204,
            Map.of(
                    Outcome.ACCEPTED, 1_100L,
                    Outcome.WAITLISTED, 4L,
                    Outcome.DUPLICATE, 20L,
                    Outcome.REVIEW, 2L,
                    Outcome.REJECTED, 78L));

    static DropReading reading() {
        return new DropReading(
                1_204,
                List.of(
                        new DropReading.Column("NO", Optional.empty()),
                        new DropReading.Column("NIK 9203011205809001", Optional.of(Field.NIK)),
                        new DropReading.Column("NAMA", Optional.of(Field.NAME)),
                        new DropReading.Column("TTL", Optional.of(Field.BIRTH_PLACE_DATE)),
                        new DropReading.Column("KAMPUNG", Optional.of(Field.VILLAGE)),
                        new DropReading.Column("NO <REK>", Optional.empty()),
                        new DropReading.Column("CATATAN JEMBATAN", Optional.of(Field.REPAIR_NOTE))),
                List.of(
                        new IgnoredLine("Daftar", 40, IgnoredLine.Why.HEADER_REPEATED),
                        new IgnoredLine("Daftar", 1_210, IgnoredLine.Why.TRAILER),
                        new IgnoredLine("Daftar", 1_211, IgnoredLine.Why.TRAILER),
                        new IgnoredLine("Rahasia 9203011205809001", 0, IgnoredLine.Why.SHEET_HIDDEN)),
                3,
                2,
                Map.of(
                        FindingCode.NIK_LENGTH, tally(60, 12, Field.NIK),
                        FindingCode.NIK_ROUNDED, tally(3, 88, Field.NIK),
                        FindingCode.BIRTH_DATE_UNREADABLE, tally(18, 31, Field.BIRTH_DATE),
                        FindingCode.SEX_FROM_NIK, tally(201, 7, Field.SEX),
                        FindingCode.VILLAGE_UNKNOWN, tally(18, 9, Field.VILLAGE)),
                List.of(
                        cause(Optional.empty(), FindingCode.VILLAGE_UNKNOWN, 18, 9, 1_000, Field.VILLAGE),
                        cause(Optional.empty(), FindingCode.NIK_LENGTH, 60, 12, 1_001, Field.NIK),
                        cause(Optional.empty(), FindingCode.SEX_FROM_NIK, 201, 7, 1_002, Field.SEX),
                        cause(Optional.of(RootCause.NIKS_AS_NUMBERS), FindingCode.NIK_ROUNDED, 3, 88, 90, Field.NIK),
                        cause(Optional.empty(), FindingCode.BIRTH_DATE_UNREADABLE, 18, 31, 1_003, Field.BIRTH_DATE)),
                Map.of(Field.NAME, 5L, Field.NIK, 9L),
                Map.of("pertanian", 800L, "kelautan", 404L));
    }

    private static Cause cause(
            Optional<RootCause> root, FindingCode code, long rows, int first, int last, Field field) {
        return new Cause(root, code, rows, new RowPlace("Daftar", first), new RowPlace("Daftar", last), field);
    }

    private static FindingTally tally(long rows, int row, Field field) {
        return new FindingTally(rows, new RowPlace("Daftar", row), field);
    }

    static Reply taken() {
        return reply(receipt("daftar 9203011205809001.xlsx", Optional.empty()), ReplyStatus.TAKEN, 0);
    }

    static Reply seen() {
        return reply(receipt("daftar.xlsx", Optional.of(Instant.parse("2025-04-01T00:30:00Z"))), ReplyStatus.SEEN, 11);
    }

    private static Reply reply(Receipt receipt, ReplyStatus status, long judgedOtherwise) {
        return new Reply(
                receipt,
                status,
                Optional.empty(),
                "Kabupaten Fakfak",
                "Pekerja rentan 2025",
                COUNTS,
                reading(),
                Optional.of(new Places(
                        OptionalLong.of(10_000),
                        9_996,
                        4,
                        OptionalLong.of(0),
                        new BigDecimal("167932800"),
                        new BigDecimal("2015193600"),
                        Optional.of(new BigDecimal("2016000000")))),
                judgedOtherwise,
                "2025-1");
    }

    static Reply refused() {
        return new Reply(
                receipt("<b>daftar</b>.csv", Optional.empty()),
                ReplyStatus.REFUSED,
                Optional.of(new Refusal(FindingCode.FILE_COLUMN_MISSING, List.of("nik", "birthDate"))),
                "Kabupaten Fakfak",
                "",
                RowCounts.NONE,
                DropReading.NONE,
                Optional.empty(),
                0,
                "2025-1");
    }

    /** Five rows repaired, two still wrong, one new. */
    static RowsByStanding standings() {
        RowsByStanding standings = new RowsByStanding();
        for (int row = 2; row <= 9; row++) {
            Outcome outcome = row == 4 || row == 7 ? Outcome.REJECTED : Outcome.ACCEPTED;
            standings.add(new RowOutcome(row, new RowPlace("Daftar", row), outcome, List.of(), "", row < 9));
        }
        return standings;
    }

    static Table table(int sheet, String name, String... headers) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < headers.length; i++) {
            columns.add(new Column(i, headers[i], field(headers[i])));
        }
        return new Table(new Sheet(sheet, name, true, DateSystem.FROM_1900), 1, columns);
    }

    private static Optional<Field> field(String header) {
        return switch (header) {
            case "NIK" -> Optional.of(Field.NIK);
            case "NAMA" -> Optional.of(Field.NAME);
            case "UPAH" -> Optional.of(Field.WAGE);
            case "TGL LAHIR" -> Optional.of(Field.BIRTH_DATE);
            case "TTL" -> Optional.of(Field.BIRTH_PLACE_DATE);
            case "CATATAN JEMBATAN" -> Optional.of(Field.REPAIR_NOTE);
            case "JEMBATAN_REF" -> Optional.of(Field.REPAIR_REF);
            default -> Optional.empty();
        };
    }

    static RepairRow row(Table table, int row, Outcome outcome, String ref, List<Finding> findings, Cell... cells) {
        return new RepairRow(
                table,
                new RawRow(table.sheet().index(), row, List.of(cells)),
                "7-" + row,
                Optional.empty(),
                outcome,
                findings,
                ref);
    }
}
