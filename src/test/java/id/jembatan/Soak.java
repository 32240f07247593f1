package id.jembatan;

import id.jembatan.demo.Calling;
import id.jembatan.demo.Faults;
import id.jembatan.demo.InventedLists;
import id.jembatan.demo.OfficeStyle;
import id.jembatan.domain.RegencyCode;
import id.jembatan.register.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code make soak}: one service in 256 MB lives thirty days and nights of five regencies. Every day one of them brings a list of
 * ten thousand, a thousand corrections, the rows that came back the day before, as they came, and fifty leavers; five branches
 * answer as branches do. After each night it is measured; what only grows is found by {@link SoakJudgement}. Arguments: the
 * database, how many nights, and how many people a list has.
 */
final class Soak {

    private static final LocalDate FIRST = LocalDate.of(2025, 6, 2);
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime NIGHT = LocalTime.of(2, 0);
    private static final String PROGRAMME = "rentan-2025";
    private static final int CORRECTIONS = 1_000;
    private static final int LEAVERS = 50;

    /** So many times what it needs may a file have that is written all the time. */
    private static final int MOST_ROOM = 3;

    private static final List<OfficeStyle> STYLES =
            List.of(OfficeStyle.SEMICOLON_TEXT, OfficeStyle.TIDY_WORKBOOK, OfficeStyle.EXPORT_NDJSON);

    private static final List<Regency> REGENCIES = List.of(
            new Regency("9203", "Fakfak", "fakfak", "Asia/Jayapura", "fakfak", "    quota: 45000\n"),
            new Regency("6111", "Kayong Utara", "kayong-utara", "Asia/Pontianak", "ketapang", ""),
            new Regency("6409", "Penajam Paser Utara", "penajam-paser-utara", "Asia/Makassar", "balikpapan", ""),
            new Regency("7111", "Bolaang Mongondow Selatan", "bolsel", "Asia/Makassar", "manado", ""),
            new Regency("7407", "Wakatobi", "wakatobi", "Asia/Makassar", "baubau", ""));

    private final Path home;
    private final int people;
    private final List<SimulatedBranch> branches = new ArrayList<>();

    private record Regency(String code, String name, String slug, String zone, String branch, String further) {

        String folder() {
            return "drop/" + code + "-" + slug + "/" + PROGRAMME;
        }
    }

    private Soak(Path folder, int people) throws IOException {
        this.home = Files.createDirectories(folder.resolve("home"));
        this.people = people;
        for (Regency regency : REGENCIES) {
            branches.add(new SimulatedBranch(regency.branch(), folder.resolve("taken")));
        }
    }

    public static void main(String[] arguments) throws Exception {
        Database database = Database.valueOf(arguments[0]);
        int nights = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ThirtyNights.ALL;
        int people = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10_000;
        Path folder = Files.createTempDirectory("soak");
        Path config = layConfig(folder.resolve("config"));
        Soak soak = new Soak(folder, people);
        System.out.println("in " + folder);
        List<SoakFigures> figures = new ArrayList<>();
        try (SoakProcess service = SoakProcess.start(soak.home, config, database, at(FIRST, MORNING))) {
            System.out.println(SoakFigures.HEAD);
            for (int night = 0; night < nights; night++) {
                long begun = System.nanoTime();
                soak.live(night, service);
                figures.add(SoakFigures.measure(night + 1, (System.nanoTime() - begun) / 1e9, service, soak.home));
                System.out.println(figures.get(night).line());
            }
        }
        List<String> grown = new ArrayList<>(SoakJudgement.of(figures));
        if (database == Database.H2) {
            soak.findRoomLost(figures.get(nights - 1).register()).ifPresent(grown::add);
        }
        grown.forEach(System.out::println);
        System.out.println(grown.isEmpty() ? "nothing grew but the data" : "GROWN");
        System.exit(grown.isEmpty() ? 0 : 1);
    }

    /** What H2's file had while it was open beyond what its content needs: the service never closes it. */
    private Optional<String> findRoomLost(long open) throws IOException, SQLException {
        Path register = home.resolve("db/register");
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + register.toAbsolutePath(), "jembatan", "");
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        }
        long needed = Files.size(Path.of(register + ".mv.db"));
        System.out.println("register: " + open + " bytes, compacted " + needed);
        return open > MOST_ROOM * needed
                ? Optional.of("register: " + open + " bytes, of which its content needs " + needed)
                : Optional.empty();
    }

    private static Path layConfig(Path config) throws IOException {
        ThirtyNights.layConfigOfNobody(config);
        for (Regency regency : REGENCIES) {
            Files.writeString(
                    config.resolve("regencies/" + regency.code() + "-" + regency.slug() + ".yaml"),
                    ThirtyNights.regency(
                                    regency.code(), regency.name(), regency.slug(), regency.zone(), regency.branch())
                            + ThirtyNights.programme(PROGRAMME, "BPU", "vulnerable", "2025-06", 24)
                            + regency.further());
        }
        return config;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(JAKARTA).toInstant();
    }

    private void live(int night, SoakProcess service) throws Exception {
        LocalDate day = FIRST.plusDays(night);
        service.tell("clock " + at(day, MORNING));
        putLists(night, day);
        service.tell("answered");
        for (SimulatedBranch branch : branches) {
            Optional<SimulatedBranch.Answer> answer = branch.answer(night);
            if (answer.isPresent()) {
                put(
                        "answer/" + branch.name() + "/" + answer.get().file(),
                        answer.get().bytes());
            }
        }
        service.tell("answered");
        service.tell("clock " + at(day.plusDays(1), NIGHT));
        service.tell("night");
        for (int i = 0; i < branches.size(); i++) {
            branches.get(i).takeAway(home.resolve("outbound"));
            branches.get(i).read(night, branches.get((i + 1) % branches.size()));
        }
    }

    private void putLists(int night, LocalDate day) throws IOException {
        int which = night % REGENCIES.size();
        Regency regency = REGENCIES.get(which);
        Path unfinished = home.resolve(regency.folder()).resolve(".daftar-" + night);
        Files.createDirectories(unfinished.getParent());
        InventedLists.write(
                unfinished,
                STYLES.get(night % STYLES.size()),
                new RegencyCode(regency.code()),
                Calling.VULNERABLE,
                1 + (long) night / REGENCIES.size() * people,
                people,
                Faults.usual(),
                7);
        Files.move(unfinished, unfinished.resolveSibling("daftar-" + night));

        List<SimulatedBranch.Line> sent =
                List.copyOf(branches.get(which).lines().values());
        StringBuilder corrections = new StringBuilder("NIK;NAMA;TANGGAL LAHIR;NO HP\n");
        for (int i = 0; i < Math.min(CORRECTIONS, sent.size()); i++) {
            SimulatedBranch.Line line = sent.get((int) ((long) i * 7919 % sent.size()));
            corrections
                    .append(line.nik() + ';' + line.person() + ';' + birthDate(line.nik()))
                    .append(";0813" + (1_000_000 + night) + "\n");
        }
        putText(regency.folder() + "/perubahan-" + night + ".csv", corrections);
        StringBuilder leavers = new StringBuilder("NIK;ALASAN;TANGGAL\n");
        for (int i = 0; i < Math.min(LEAVERS, sent.size()); i++) {
            leavers.append(sent.get(sent.size() - 1 - i).nik() + ";pindah;" + day.minusDays(1) + "\n");
        }
        putText(regency.folder() + "/berhenti/keluar-" + night + ".csv", leavers);
        putBackWhatCameBack(night);
    }

    /** In this century who would else be older than anybody in a list. */
    private static String birthDate(String nik) {
        int day = Integer.parseInt(nik.substring(6, 8));
        int year = Integer.parseInt(nik.substring(10, 12));
        return String.format(
                "%02d-%s-%d", day > 40 ? day - 40 : day, nik.substring(8, 10), year + (year < 25 ? 2000 : 1900));
    }

    /** Yesterday's rows that are to be repaired, unrepaired: the clerk saved the file and sent it again. */
    private void putBackWhatCameBack(int night) throws IOException {
        if (night == 0) {
            return;
        }
        Regency regency = REGENCIES.get((night - 1) % REGENCIES.size());
        Path replies = home.resolve(regency.folder().replaceFirst("drop", "reply"));
        List<Path> back;
        try (Stream<Path> files = Files.walk(replies)) {
            back = files.filter(file -> file.endsWith("perbaikan.xlsx"))
                    .sorted(Comparator.comparing(file -> file.toFile().lastModified()))
                    .toList();
        }
        if (!back.isEmpty()) {
            put(regency.folder() + "/perbaikan-" + night + ".xlsx", Files.readAllBytes(back.get(back.size() - 1)));
        }
    }

    private void putText(String path, StringBuilder text) throws IOException {
        put(path, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void put(String path, byte[] bytes) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Path unfinished = Files.write(file.resolveSibling("." + file.getFileName()), bytes);
        Files.move(unfinished, file);
    }
}
