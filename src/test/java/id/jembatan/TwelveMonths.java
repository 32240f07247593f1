package id.jembatan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A story of a year: every month each regency brings people, corrects some whom it brought before, and names some who
 * leave. One programme fills up, frees places and is amended; one ends, and its people come again in the next; one pays by
 * wages across a change of the cap; some people stand in two regencies.
 */
final class TwelveMonths {

    private static final LocalDate FIRST = LocalDate.of(2024, 5, 2);
    private static final String HEADER = "NIK;NAMA;TANGGAL LAHIR;NO HP;UPAH\n";
    private static final String[] NAMES = {
        "UDIN", "AMIR", "HASAN", "YOSEP", "MARIA", "RAHMA", "LUKAS", "SALMA", "TIMUR", "WAODE", "BADRI", "CHAIRUL"
    };
    private static final String[] FAMILIES = {
        "WAGAB", "TUTUROP", "HINDOM", "KABES", "MOKODOMPIT", "RUMAGIA", "PAPUTUNGAN", "HEGEMUR", "IHA", "LATUMAPAYAHU"
    };

    private static final String NEXT_YEAR_OF_WAKATOBI = """
              - id: pekerja-rentan-2024
                name: Pekerja Rentan 2024
                agency: Pemerintah Daerah Kabupaten Wakatobi
                segment: BPU
                group: vulnerable
                funding: APBD
                protections: [JKK, JKM]
                start: 2024-05
                months: 12
                quota: 60
                amendments: [{from: 2024-11-01, quota: 90}]
            """;

    private final Path input;
    private int files;

    private TwelveMonths(Path input) {
        this.input = input;
    }

    /** Writes the lists of the year into a folder, and tells what is done with them. */
    static Story story(Path folder, int threads) throws IOException {
        Path input = Files.createDirectories(folder.resolve("in"));
        layWakatobi(input);
        return new Story(
                input,
                folder.resolve("expected"),
                Map.of("jembatan.read.threads", Integer.toString(threads)),
                false,
                new TwelveMonths(input).months());
    }

    /** As docs/adding-a-regency.md says: a few lines more. */
    private static void layWakatobi(Path input) throws IOException {
        Path regencies = Files.createDirectories(input.resolve("config/regencies"));
        String shipped = Files.readString(Path.of("config/regencies/7407-wakatobi.yaml"));
        Files.writeString(
                regencies.resolve("7407-wakatobi.yaml"),
                shipped.replace("programmes:\n", "programmes:\n" + NEXT_YEAR_OF_WAKATOBI + "\n"));
    }

    private List<Story.Step> months() throws IOException {
        List<Story.Step> months = new ArrayList<>();
        JsonNode ingest = JsonNodeFactory.instance.textNode("ingest");
        JsonNode enrol = JsonNodeFactory.instance.textNode("enrol");
        for (int month = 0; month < 12; month++) {
            months.add(new Story.Step(FIRST.plusMonths(month), lists(month), List.of(), List.of(ingest, enrol)));
        }
        return months;
    }

    private List<JsonNode> lists(int month) throws IOException {
        List<JsonNode> lists = new ArrayList<>();
        lists.add(list("6111-kayong-utara/pekerja-rentan-2024", everybody(6111, month, 12) + oddities(6111, month)));
        lists.add(list("6111-kayong-utara/pekerja-formal-2024", paid(month)));
        String penajam = month < 8 ? "pekerja-rentan-2024" : "pekerja-rentan-2025";
        // from January on those of last year come again, some of them more than once
        lists.add(list("6409-penajam-paser-utara/" + penajam, everybody(6409, month % 8, 15)));
        lists.add(list("7111-bolsel/disabilitas-2024", everybody(7111, month, 20)));
        lists.add(list("7407-wakatobi/pekerja-rentan-2024", everybody(7407, month, 8) + movers(month)));
        if (month > 0) {
            lists.add(leavers("7111-bolsel/disabilitas-2024", month, 4));
            lists.add(leavers("7407-wakatobi/pekerja-rentan-2024", month, 2));
        }
        if (month >= 10) {
            lists.add(list("9203-fakfak/pekerja-rentan-2025", everybody(9203, month, 18)));
        }
        return lists;
    }

    /** The month's new people, five of the month before with another telephone, and two as they were. */
    private static String everybody(int regency, int month, int count) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append(row(regency, month * count + i, "0812" + (1_000_000 + month), ""));
        }
        for (int i = 0; month > 0 && i < 5; i++) {
            rows.append(row(regency, (month - 1) * count + i, "0813" + (1_000_000 + month), ""));
        }
        for (int i = 5; month > 0 && i < 7; i++) {
            rows.append(row(regency, (month - 1) * count + i, "0812" + (1_000_000 + month - 1), ""));
        }
        return rows.toString();
    }

    /** A digit short, twice the same row, and somebody else under a NIK of the month before. */
    private static String oddities(int regency, int month) {
        String twice = row(regency, 5_000 + month, "", "");
        String other = month == 0 ? "" : nik(regency, (month - 1) * 12 + 7) + ";ORANG LAIN SAMA SEKALI;01-02-1971;;\n";
        return nik(regency, 6_000 + month).substring(1) + ";KURANG SATU;12-05-1980;;\n" + twice + twice + other;
    }

    private static String paid(int month) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            rows.append(row(6111, 9_000 + month * 8 + i, "", Integer.toString(3_000_000 + 1_234_567 * i)));
        }
        return rows.toString();
    }

    /** People of Bolsel who stand in the list of Wakatobi too. */
    private static String movers(int month) {
        return row(7111, month * 20 + 1, "", "") + row(7111, month * 20 + 2, "", "");
    }

    static String row(int regency, int person, String phone, String wage) {
        int day = 1 + person % 28;
        return String.format(
                        Locale.ROOT,
                        "%s;%s;%02d-%02d-%d;%s;%s%n",
                        nik(regency, person),
                        NAMES[person % NAMES.length] + " " + FAMILIES[person / NAMES.length % FAMILIES.length] + " "
                                + (char) ('A' + person / 120 % 26) + (char) ('A' + regency % 26)
                                + (char) ('A' + person / 3_120),
                        day,
                        1 + person / 28 % 12,
                        1970 + person / 336 % 20,
                        phone,
                        wage)
                .replace("\r\n", "\n");
    }

    /** Every person another birth date, so that nobody looks like another; all end in 9xxx. */
    static String nik(int regency, int person) {
        return String.format(
                Locale.ROOT,
                "%d01%02d%02d%02d9%03d",
                regency,
                1 + person % 28,
                1 + person / 28 % 12,
                70 + person / 336 % 20,
                person % 1000);
    }

    /** People of the month before: dead, or moved at the end of this month. */
    private JsonNode leavers(String folder, int month, int count) throws IOException {
        int regency = Integer.parseInt(folder.substring(0, 4));
        int perMonth = regency == 7111 ? 20 : 8;
        StringBuilder rows = new StringBuilder("NIK;ALASAN;TANGGAL\n");
        LocalDate today = FIRST.plusMonths(month);
        for (int i = 0; i < count; i++) {
            boolean died = i % 2 == 0;
            rows.append(nik(regency, (month - 1) * perMonth + i))
                    .append(died ? ";meninggal;" : ";pindah;")
                    .append(died ? today : today.plusDays(20))
                    .append('\n');
        }
        return write(folder + "/berhenti", rows.toString());
    }

    private JsonNode list(String folder, String rows) throws IOException {
        return write(folder, HEADER + rows);
    }

    private JsonNode write(String folder, String text) throws IOException {
        String name = "daftar-" + files++ + ".csv";
        Files.writeString(input.resolve(name), text);
        return JsonNodeFactory.instance
                .objectNode()
                .put("to", folder + "/" + name)
                .put("file", name);
    }
}
