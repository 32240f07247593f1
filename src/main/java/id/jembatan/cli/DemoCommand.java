package id.jembatan.cli;

import id.jembatan.demo.DemoDrop;
import id.jembatan.demo.DemoLists;
import id.jembatan.disk.Durable;
import id.jembatan.domain.Messages;
import id.jembatan.pipeline.Configuration;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Service;
import id.jembatan.pipeline.Unusable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Four years of five regencies in two minutes, with invented people, in a home of its own. */
@Command(
        name = "demo",
        footer = {"jembatan demo", "jembatan --home /tmp/demo demo"})
final class DemoCommand extends SubCommand {

    /** Marks a home that a demo made and another demo may clear. */
    private static final String MARK = ".demo";

    private static final String USUAL_HOME = "data-demo";

    @Override
    public Integer call() throws Exception {
        PrintWriter out = out();
        String home = root().namedHome().orElse(USUAL_HOME);
        clear(Path.of(home).toAbsolutePath());
        DemoLists lists = DemoLists.of(
                Configuration.loadRules(root().settingsIn(home, LocalDate.EPOCH))
                        .agreements(),
                DemoLists.SEED);
        NavigableMap<YearMonth, List<DemoDrop>> months = lists.drops().stream()
                .collect(Collectors.groupingBy(
                        drop -> YearMonth.from(drop.businessDate()), TreeMap::new, Collectors.toList()));
        LocalDate firstDay = months.firstKey().atDay(1);
        LocalDate lastDay = months.lastKey().atEndOfMonth();
        try (House house = House.open(root().settingsIn(home, firstDay));
                Service service = Service.start(house, root().routes())) {
            service.openIntake();
            Messages messages = house.messages();
            for (YearMonth month = months.firstKey(); !month.isAfter(months.lastKey()); month = month.plusMonths(1)) {
                List<DemoDrop> drops = months.getOrDefault(month, List.of());
                play(house, service, drops);
                house.clock().turnTo(month.atEndOfMonth());
                service.enrol();
                if (!drops.isEmpty()) {
                    out.println(messages.get("cli.demo.month", month, drops.size()));
                    out.flush();
                }
            }
            service.closeIntake();
            new DemoTable(house).print(out);
            new DemoStory(house).print(out);
            out.println(messages.get(
                    "cli.demo.look",
                    house.workspace().reply(),
                    house.workspace().outbound()));
            out.println(messages.get("cli.demo.serve", home, lastDay));
            out.flush();
        }
        return Jembatan.DONE;
    }

    /** The drops of one month, day by day: what comes on one day is received in the order in which it was put there. */
    private static void play(House house, Service service, List<DemoDrop> drops)
            throws IOException, InterruptedException {
        NavigableMap<LocalDate, List<DemoDrop>> days = drops.stream()
                .collect(Collectors.groupingBy(DemoDrop::businessDate, TreeMap::new, Collectors.toList()));
        for (LocalDate day : days.keySet()) {
            house.clock().turnTo(day);
            for (DemoDrop drop : days.getOrDefault(day, List.of())) {
                put(house, drop);
            }
            if (!service.awaitIdle()) {
                throw new IllegalStateException("a fault stopped the demo");
            }
        }
    }

    private static void put(House house, DemoDrop drop) throws IOException {
        Path made = house.work().resolve(drop.fileName());
        drop.writeTo(made);
        Path folder = house.workspace()
                .drop(
                        house.rules().agreements().getRegency(drop.programme().regency()),
                        house.rules().agreements().getProgramme(drop.programme()));
        Files.move(made, folder.resolve(drop.fileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A demo begins in an empty home, and clears no other home than a demo's. */
    private static void clear(Path home) throws IOException {
        if (Files.exists(home) && !Files.exists(home.resolve(MARK)) && !isEmpty(home)) {
            throw new Unusable(Unusable.Kind.NO_DEMO, home.toString());
        }
        Durable.removeAll(home);
        Durable.makeFolders(home);
        Durable.makeFile(home.resolve(MARK));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
