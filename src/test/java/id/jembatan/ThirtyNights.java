package id.jembatan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Thirty nights, spread over five months, of five programmes and two branches: every night lists with new people, corrections and a bad
 * row, now and then leavers, somebody who is ended by hand, lines that are sent again, bills, months. One programme fills
 * up and is amended, one waits for a second person and has the second layout, one sends monthly, one ends and is followed
 * by the next. Who is refused comes again, half of the time.
 */
final class ThirtyNights {

    static final int ALL = 30;

    private static final LocalDate FIRST = LocalDate.of(2025, 6, 2);
    private static final int DAYS = 150;
    private static final int NEW_PEOPLE = 7;
    private static final String HEADER = "NIK;NAMA;TANGGAL LAHIR;NO HP;UPAH\n";

    private final NightsHome home;
    private final SimulatedBranch fakfak;
    private final SimulatedBranch ketapang;
    private final int nights;

    ThirtyNights(NightsHome home, SimulatedBranch fakfak, SimulatedBranch ketapang, int nights) {
        this.home = home;
        this.fakfak = fakfak;
        this.ketapang = ketapang;
        this.nights = nights;
    }

    /** Does what an operator types: undisturbed, or not. */
    @FunctionalInterface
    interface Doing {

        /** Does it, however often it takes. */
        void whole(String key, NightsHome.Command command) throws Exception;
    }

    /** The shipped configuration without its regencies. */
    static void layConfigOfNobody(Path config) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            for (Path file : files.toList()) {
                Path target = config.resolve(Path.of("config").relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.getParent().endsWith("regencies")) {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** The shipped configuration with two regencies instead of five. */
    static Path layConfig(Path config) throws IOException {
        layConfigOfNobody(config);
        Files.writeString(
                config.resolve("regencies/9203-fakfak.yaml"),
                regency("9203", "Fakfak", "fakfak", "Asia/Jayapura", "fakfak")
                        + programme("pekerja-rentan-2025", "BPU", "vulnerable", "2025-06", 12)
                        + "    quota: 90\n    amendments: [{from: 2025-08-01, quota: 130}]\n"
                        + programme("non-asn-2025", "PU", "non-asn", "2025-06", 12)
                        + "    profile: provisional-2\n    release: confirmed\n"
                        + programme("kampung-2025", "BPU", "vulnerable", "2025-07", 12)
                        + "    send: monthly\n");
        Files.writeString(
                config.resolve("regencies/6111-kayong-utara.yaml"),
                regency("6111", "Kayong Utara", "kayong-utara", "Asia/Pontianak", "ketapang")
                        + programme("rentan-awal-2025", "BPU", "vulnerable", "2025-06", 3)
                        + programme("rentan-lanjut-2025", "BPU", "vulnerable", "2025-09", 12));
        return config;
    }

    static String regency(String code, String name, String slug, String zone, String branch) {
        return "code: " + code + "\nname: " + name + "\nslug: " + slug + "\nzone: " + zone + "\nbranch: " + branch
                + "\nprogrammes:\n";
    }

    static String programme(String id, String segment, String group, String start, int months) {
        return "  - id: " + id + "\n    name: " + id + "\n    agency: Pemerintah\n    segment: " + segment
                + "\n    group: " + group + "\n    funding: APBD\n    protections: [JKK, JKM]\n    start: " + start
                + "\n    months: " + months + "\n    source: test\n";
    }

    private LocalDate day(int night) {
        return FIRST.plusDays((long) night * DAYS / nights);
    }

    void live(Doing doing) throws Exception {
        for (int night = 0; night < nights; night++) {
            putLists(night);
            work(night, doing);
            takeAway();
            fakfak.read(night, ketapang);
            ketapang.read(night, fakfak);
        }
        LocalDate end = day(nights - 1).plusDays(1);
        for (int late = 0; late <= SimulatedBranch.PATIENCE; late++) {
            putAnswers(nights + late);
        }
        doing.whole("last", command(end, "", "ingest"));
        doing.whole("last enrol", command(end, "", "enrol"));
        takeAway();
        fakfak.read(nights, ketapang);
        ketapang.read(nights, fakfak);
    }

    private void putAnswers(int night) throws IOException {
        for (SimulatedBranch branch : List.of(fakfak, ketapang)) {
            SimulatedBranch.Answer answer = branch.answer(night).orElse(null);
            if (answer != null) {
                home.put("answer/" + branch.name() + "/" + answer.file(), answer.bytes());
            }
        }
    }

    /** Both branches look whether anything is there for them. */
    void takeAway() throws IOException {
        for (SimulatedBranch branch : List.of(fakfak, ketapang)) {
            branch.takeAway(home.folder().resolve("outbound"));
        }
    }

    private static NightsHome.Command command(LocalDate on, String typed, String... words) {
        return new NightsHome.Command(on, typed, List.of(words));
    }

    private void work(int night, Doing doing) throws Exception {
        LocalDate on = day(night);
        String key = "night " + night + " ";
        doing.whole(key + "lists", command(on, "", "ingest"));
        putAnswers(night); // whether a list or an answer comes first shows in the places that a reply tells
        doing.whole(key + "answers", command(on, "", "ingest"));
        if (night % 4 == 3) {
            String nik = TwelveMonths.nik(9203, person(night - 3, 0));
            String reason = night % 8 == 3 ? "meninggal" : "pindah";
            doing.whole(
                    key + "end",
                    command(
                            on,
                            nik + "\n",
                            "end",
                            "--regency",
                            "9203",
                            "--programme",
                            "pekerja-rentan-2025",
                            "--reason",
                            reason,
                            "--date",
                            on.minusDays(night % 8 == 3 ? 20 : 0).toString()));
        }
        doing.whole(key + "enrol", command(on, "", "enrol", "--as", "petugas"));
        if (night % 2 == 1 || night == nights - 1) {
            for (String held : held(on)) {
                doing.whole(key + "release " + held, command(on, "", "release", held, "--as", "bendahara"));
            }
        }
        if (night % 6 == 5 || night == nights - 2) {
            doing.whole(key + "resend", command(on, "", "resend", "--days", "12"));
        }
        if (night % 5 == 4) {
            String batch = fakfak.lines().keySet().iterator().next().split("/", -1)[0];
            doing.whole(
                    key + "paid",
                    command(on, "", "paid", batch, "--date", on.toString(), "--ref", "BKU-" + night, "--as", "kas"));
        }
        if (night > 0 && !YearMonth.from(on).equals(YearMonth.from(day(night - 1)))) {
            doing.whole(
                    key + "iuran", command(on, "", "iuran", YearMonth.from(on).toString()));
        }
    }

    /** What status says that waits for a second person. */
    private List<String> held(LocalDate on) throws IOException {
        JsonNode status = new ObjectMapper()
                .readTree(home.run(command(on, "", "status", "--json")).out());
        List<String> held = new ArrayList<>();
        for (JsonNode one : status.get("attention")) {
            if (one.asText().startsWith("HELD ")) {
                held.add(one.asText().substring("HELD ".length()));
            }
        }
        return held;
    }

    private static int person(int night, int number) {
        return night * NEW_PEOPLE + number;
    }

    private void putLists(int night) throws IOException {
        put(night, "9203-fakfak/pekerja-rentan-2025", people(9203, night, 0) + badRow(night) + again(fakfak, night));
        if (night % 2 == 0) {
            put(night, "9203-fakfak/non-asn-2025", people(9203, night, 3_000));
        }
        if (night % 3 != 1) {
            put(night, "9203-fakfak/kampung-2025", people(9203, night, 6_000));
        }
        String programme = day(night).isBefore(LocalDate.of(2025, 9, 1)) ? "rentan-awal-2025" : "rentan-lanjut-2025";
        put(night, "6111-kayong-utara/" + programme, people(6111, night, 0) + again(ketapang, night));
        if (night % 3 == 2) {
            String leavers = "NIK;ALASAN;TANGGAL\n"
                    + TwelveMonths.nik(9203, person(night - 2, 1)) + ";meninggal;" + day(night - 1) + "\n"
                    + TwelveMonths.nik(9203, person(night - 1, 2)) + ";pindah;"
                    + day(night).plusDays(9) + "\n"
                    + TwelveMonths.nik(9203, 2_990) + ";pindah;\n";
            home.put(
                    "drop/9203-fakfak/pekerja-rentan-2025/berhenti/keluar-" + night + ".csv",
                    leavers.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** New people, two of the night before with another telephone, and one as before. */
    private static String people(int regency, int night, int offset) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < NEW_PEOPLE; i++) {
            int person = offset + person(night, i);
            rows.append(TwelveMonths.row(regency, person, "0812" + (1_000_000 + night), wage(person)));
        }
        for (int i = 0; night > 0 && i < 3; i++) {
            int person = offset + person(night - 1, i + 3);
            String phone = i < 2 ? "0813" + (1_000_000 + night) : "0812" + (1_000_000 + night - 1);
            rows.append(TwelveMonths.row(regency, person, phone, wage(person)));
        }
        return rows.toString();
    }

    private static String wage(int person) {
        return Integer.toString(3_000_000 + person % 9 * 777_777);
    }

    private static String badRow(int night) {
        return TwelveMonths.nik(9203, 2_900 + night).substring(1) + ";KURANG SATU;12-05-1980;;\n";
    }

    /** Half of those whom the branch refused the night before. */
    private static String again(SimulatedBranch branch, int night) {
        StringBuilder rows = new StringBuilder();
        branch.said().forEach((ref, said) -> {
            SimulatedBranch.Line line = branch.lines().get(ref);
            if (!said.accepted() && said.night() == night - 1 && line.nik().hashCode() % 2 == 0) {
                String nik = line.nik();
                rows.append(nik)
                        .append(';')
                        .append(line.person())
                        .append(';')
                        .append(nik, 6, 8)
                        .append('-')
                        .append(nik, 8, 10)
                        .append("-19")
                        .append(nik, 10, 12)
                        .append(";;\n");
            }
        });
        return rows.toString();
    }

    private void put(int night, String folder, String rows) throws IOException {
        home.put("drop/" + folder + "/daftar-" + night + ".csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }
}
