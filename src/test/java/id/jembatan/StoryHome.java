package id.jembatan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.jembatan.cli.Told;
import id.jembatan.domain.LeaverProposal;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Programme;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.HouseStatus;
import id.jembatan.pipeline.IssueIuran;
import id.jembatan.pipeline.LeaverProposals;
import id.jembatan.pipeline.Rebuild;
import id.jembatan.pipeline.ReleaseBatch;
import id.jembatan.pipeline.ResendLines;
import id.jembatan.pipeline.Service;
import id.jembatan.pipeline.Settings;
import id.jembatan.register.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A home in a temporary folder in which one story is played through the real routes. */
final class StoryHome implements AutoCloseable {

    private static final Path CONFIG = Path.of("config");
    private static final Pattern SEEN = Pattern.compile("--seen ([0-9a-f]+)");
    private static final Pattern LINK = Pattern.compile("href=\"([^\"#]+)\"");

    private final Story story;
    private final Path home;
    private final Path config;
    private final Map<String, String> settings;
    private final Supplier<String> newRegister;
    private House house;
    private Service service;
    private String seen = "";
    private Instant modified = Instant.parse("2025-01-01T00:00:00Z");

    /** The register on disk has tests of its own, and would wait for the disk at each commit. */
    StoryHome(Story story, Path folder, Database database) throws Exception {
        this(story, folder, database::newUrl);
    }

    /**
     * With registers of another kind.
     *
     * @param newRegister gives the address of an empty one
     */
    StoryHome(Story story, Path folder, Supplier<String> newRegister) throws Exception {
        this.story = story;
        this.home = folder.resolve("home");
        this.config = folder.resolve("config");
        this.newRegister = newRegister;
        lay(CONFIG, config);
        if (Files.exists(story.input("config"))) {
            lay(story.input("config"), config);
        }
        settings = new TreeMap<>(Map.of(
                "jembatan.db.url",
                newRegister.get(),
                "jembatan.db.user",
                Database.USER,
                "jembatan.db.password",
                Database.PASSWORD,
                "jembatan.home",
                home.toString(),
                "jembatan.today",
                story.steps().get(0).on().toString(),
                "jembatan.intake.quiet",
                "0",
                "jembatan.intake.delay",
                "20",
                "jembatan.faults.retries",
                "0"));
        settings.putAll(story.settings());
        house = House.open(Settings.load(config, settings));
        service = Service.start(house, Path.of("routes"));
        service.openIntake();
    }

    /** The register is gone, and rebuilt from archive and journal. */
    void loseAndRebuildRegister() throws Exception {
        close();
        settings.put("jembatan.db.url", newRegister.get());
        new Rebuild(Settings.load(config, settings), Path.of("routes"), (record, last, rows) -> {})
                .run(new Rebuild.Wish(false, false));
        house = House.open(Settings.load(config, settings));
        service = Service.start(house, Path.of("routes"));
        service.openIntake();
    }

    /** All that the register holds. */
    Map<String, String> register() throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(settings.get("jembatan.db.url"), Database.USER, Database.PASSWORD)) {
            return RegisterDump.of(connection);
        }
    }

    private static void lay(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Does a day's work; gives what its commands said. */
    List<String> play(Story.Step step) throws Exception {
        List<String> said = new ArrayList<>();
        settings.put("jembatan.today", step.on().toString());
        house.clock().turnTo(step.on());
        if (!step.drops().isEmpty() || !step.answers().isEmpty()) {
            service.closeIntake(); // a look in between could find a later file first
            for (JsonNode drop : step.drops()) {
                put(house.settings().intakeFolder(), drop);
            }
            for (JsonNode answer : step.answers()) {
                put(house.workspace().answer(), answer);
            }
            service.openIntake();
        }
        for (JsonNode work : step.then()) {
            if (work.has("command")) {
                said.add(command(work.get("command")));
                continue;
            }
            switch (work.asText()) {
                case "ingest" -> ingest();
                case "enrol" -> service.enrol("petugas");
                case "confirm-leavers" -> confirmLeavers();
                case "keep-first-leaver" -> {
                    LeaverProposals proposals = new LeaverProposals(house);
                    proposals.keep(waiting(proposals).get(0).number(), "budi");
                }
                default -> doMore(work.asText());
            }
        }
        return said;
    }

    /** Beside the service, as an operator would: its exit code, and what it said. */
    private String command(JsonNode words) {
        List<String> arguments = new ArrayList<>(List.of("--config", config.toString()));
        settings.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        words.forEach(word -> arguments.add(word.asText().replace("{seen}", seen)));
        Told told = Told.by(arguments.toArray(String[]::new));
        Matcher version = SEEN.matcher(told.out());
        while (version.find()) {
            seen = version.group(1);
        }
        return "exit " + told.exit() + "\n" + told.out();
    }

    private static List<LeaverProposal> waiting(LeaverProposals proposals) {
        List<LeaverProposal> all = new ArrayList<>();
        proposals.forEach(all::add);
        return all;
    }

    private void confirmLeavers() throws IOException {
        LeaverProposals proposals = new LeaverProposals(house);
        LeaverProposal first = waiting(proposals).get(0);
        LoggedDrop list = house.listDropsCalled(first.drop().value()).get(0);
        proposals.confirm(list, Optional.empty(), "budi");
    }

    private void doMore(String work) throws Exception {
        String[] words = work.split(" ", 2);
        switch (words[0]) {
            case "iuran" -> iuran(YearMonth.parse(words[1]));
            case "release" -> new ReleaseBatch(house, service).release(words[1], "bendahara");
            default -> command(List.of(work.split(" ", -1)));
        }
    }

    private void iuran(YearMonth month) throws IOException {
        for (Programme programme : house.rules().agreements().listProgrammes()) {
            new IssueIuran(house).issue(programme, month);
        }
    }

    /** As an operator types it. */
    private void command(List<String> words) throws IOException {
        switch (words.get(0)) {
            case "resend" -> {
                ResendLines lines = new ResendLines(house, service);
                if (words.get(1).equals("--days")) {
                    lines.resendOlderThan(Long.parseLong(words.get(2)));
                } else {
                    lines.resend(house.enrolments().get(words.get(1)));
                }
            }
            case "paid" ->
                house.pay(
                        house.enrolments().get(words.get(1)), LocalDate.parse(words.get(3)), words.get(5), "bendahara");
            default -> throw new IllegalArgumentException("nobody knows how to " + words);
        }
    }

    void ingest() throws InterruptedException {
        if (!service.awaitIdle()) {
            throw new IllegalStateException("a fault stopped the line");
        }
    }

    void enrol() {
        service.enrol("petugas");
    }

    /** Whole at once, and each a minute younger than the one before: they are received in the story's order. */
    private void put(Path folder, JsonNode drop) throws IOException {
        Path file = folder.resolve(drop.get("to").asText());
        Files.createDirectories(file.getParent());
        Path aside = Files.write(home.resolve("work/aside"), StoryFiles.bytes(story, drop, home));
        modified = modified.plusSeconds(60);
        Files.setLastModifiedTime(aside, FileTime.from(modified));
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What the regencies and branches have been given, by its path in the home, as text. */
    Map<String, String> published() throws IOException {
        Map<String, String> published = new TreeMap<>();
        for (Path folder : new Path[] {home.resolve("reply"), home.resolve("outbound"), home.resolve("parked")}) {
            for (Path file : files(folder)) {
                String path = home.relativize(file).toString();
                if (path.endsWith(".xlsx")) {
                    published.put(path.replace(".xlsx", ".tsv"), WorkbookReading.dump(file));
                } else if (story.pages() || !path.endsWith(".html")) {
                    published.put(path, Files.readString(file));
                }
            }
        }
        return published;
    }

    /** Everything that lies in the home, but for the register and what is unfinished. */
    Map<String, String> everything() throws IOException {
        Map<String, String> everything = new TreeMap<>();
        for (Path file : files(home)) {
            Path path = home.relativize(file);
            if (!path.startsWith("db") && !path.startsWith("work")) {
                everything.put(path.toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return everything;
    }

    /** Links of the lists of drops that lead nowhere. */
    List<String> deadLinks() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path file : files(home.resolve("reply"))) {
            if (file.endsWith("index.html")) {
                LINK.matcher(Files.readString(file))
                        .results()
                        .map(link -> link.group(1))
                        .filter(link -> !Files.exists(file.resolveSibling(link)))
                        .forEach(link -> dead.add(home.relativize(file) + " -> " + link));
            }
        }
        return dead;
    }

    String status() throws IOException {
        return new ObjectMapper()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(HouseStatus.of(house))
                        .replace("\r\n", "\n")
                + "\n";
    }

    private static Iterable<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
        house.close();
    }
}
