package id.jembatan.faults;

import id.jembatan.disk.Durable;
import id.jembatan.register.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A process of its own, because a file system can only be put under a Java that starts. It plays the story once
 * undisturbed and counts its steps; then, for each step and each fault that can hit it, plays that act with the fault, goes
 * on as an operator would, and compares.
 */
final class StepsLab {

    private static final Pattern SEEN = Pattern.compile("--seen ([0-9a-f]+)");
    private static final int TRIES = 3;

    /** What a command says of a register that only a rebuild would bring back. */
    private static final String CALLED_DAMAGED = "jembatan rebuild";

    private final Path folder;
    private final Optional<String> server;
    private final Map<Act, Reference> references = new EnumMap<>(Act.class);
    private final PrintWriter out;
    private int registers;

    private StepsLab(Path folder, Optional<String> server, PrintWriter out) {
        this.folder = folder;
        this.server = server;
        this.out = out;
    }

    /** An act as it goes undisturbed. */
    private record Reference(
            SteppedHome before,
            List<String> command,
            Map<String, String> publishedBefore,
            Map<String, String> after,
            Map<Fault, List<String>> steps) {}

    private record Case(Act act, Fault fault, int nth) {}

    /**
     * Arguments: a folder; where to tell what was found; the server of PostgreSQL, or {@code -} for the embedded register;
     * which cases: every so many, beginning with that one; and for so many seconds at most, if that is given.
     */
    public static void main(String[] arguments) throws Exception {
        Class.forName("org.h2.Driver");
        Class.forName("org.postgresql.Driver");
        SteppedDriver.takeTheirPlaces();
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Optional<String> server = Optional.of(arguments[2]).filter(url -> !url.equals("-"));
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[1])), true)) {
            StepsLab lab = new StepsLab(folder, server, out);
            lab.playUndisturbed();
            lab.playAll(
                    Integer.parseInt(arguments[3]),
                    Integer.parseInt(arguments[4]),
                    arguments.length > 5 ? Duration.ofSeconds(Long.parseLong(arguments[5])) : Duration.ofDays(1));
        }
        System.exit(0);
    }

    private void playUndisturbed() throws Exception {
        SteppedHome home = SteppedHome.in(folder.resolve("undisturbed"), newRegister(Optional.empty()));
        require(home.run(List.of("status")).exit() == 0, "a new home opens");
        for (Act act : Act.values()) {
            act.lay(home.folder());
            String seen = seen(home);
            Map<String, String> published = home.published();
            Map<Fault, List<String>> steps = new EnumMap<>(Fault.class);
            SteppedHome before = copy(home, "before-" + act);
            List<String> command = act.command(seen);
            List<Fault> counted =
                    new ArrayList<>(List.of(Fault.CUT_BEFORE, Fault.DISK_ERROR, Fault.DISK_FULL, Fault.KILLED));
            if (server.isEmpty()) {
                counted.addAll(Fault.OF_THE_REGISTER);
            }
            for (Fault fault : counted) {
                SteppedHome counting = copy(before, "counting-" + act + "-" + fault);
                SteppedHome.Ended ended = counting.run(command, fault, Long.MAX_VALUE);
                require(ended.exit() == 0 || ended.exit() == 1, act + ": " + ended.said());
                steps.put(fault, ended.steps().steps());
            }
            steps.put(Fault.CUT_AFTER, of(steps, Fault.CUT_BEFORE));
            steps.put(Fault.SERIALIZATION, of(steps, Fault.CUT_BEFORE));
            steps.put(Fault.DATABASE_AWAY, of(steps, Fault.CUT_BEFORE));
            steps.put(Fault.OUT_OF_MEMORY, of(steps, Fault.KILLED));
            for (Fault fault : Fault.DEADLY) {
                steps.put(fault, of(steps, Fault.KILLED));
            }
            SteppedHome.Ended ended = home.run(command);
            require(ended.exit() == 0 || ended.exit() == 1, act + ": " + ended.said());
            references.put(act, new Reference(before, command, published, home.state(), steps));
            out.println("act " + act + " " + steps.get(Fault.CUT_BEFORE).size() + " of the database, "
                    + steps.get(Fault.DISK_ERROR).size() + " of the disk, "
                    + steps.getOrDefault(Fault.REGISTER_ERROR, List.of()).size() + " of the register's own files");
        }
    }

    private static List<String> of(Map<Fault, List<String>> steps, Fault fault) {
        return List.copyOf(steps.get(fault));
    }

    private static String seen(SteppedHome home) throws IOException, InterruptedException {
        Matcher seen = SEEN.matcher(home.run(List.of("review", "1")).said());
        return seen.find() ? seen.group(1) : "";
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }

    private void playAll(int first, int every, Duration atMost) throws Exception {
        Instant end = Instant.now().plus(atMost);
        List<Case> cases = named();
        if (cases.isEmpty()) {
            List<Case> all = cases();
            cases.addAll(foundBefore());
            if (server.isEmpty()) {
                cases.addAll(ofTheRegister());
            }
            for (int i = first; i < all.size(); i += every) {
                cases.add(all.get(i));
            }
        }
        Map<Fault, Integer> played = new EnumMap<>(Fault.class);
        for (int i = 0; i < cases.size() && Instant.now().isBefore(end); i++) {
            Case one = cases.get(i);
            play(one, i);
            played.merge(one.fault(), 1, Integer::sum);
        }
        played.forEach((fault, count) -> out.println("played " + fault + " " + count));
    }

    /**
     * To look at something that was found: {@code -Djembatan.steps="DROPS OUT_OF_MEMORY 1470 1500"} plays those only, with
     * a fifth word one of so many; further ones behind a semicolon.
     */
    private List<Case> named() {
        List<Case> cases = new ArrayList<>();
        for (String named : System.getProperty("jembatan.steps", "").split(";", -1)) {
            Scanner words = new Scanner(named);
            if (words.hasNext()) {
                Act act = Act.valueOf(words.next());
                Fault fault = Fault.valueOf(words.next());
                int first = words.nextInt();
                int last = Math.min(
                        words.nextInt(), references.get(act).steps().get(fault).size());
                int every = words.hasNextInt() ? words.nextInt() : 1;
                for (int nth = first; nth <= last; nth += every) {
                    cases.add(new Case(act, fault, nth));
                }
            }
        }
        return cases;
    }

    /** Where something was found once: the last step of that kind, whatever its number today. */
    private List<Case> foundBefore() {
        return List.of(
                last(Act.DROPS, Fault.OUT_OF_MEMORY, "lock journal/.lock"), // a turn that nobody gave back
                last(Act.DROPS, Fault.SERIALIZATION, "select receipt, regency,"), // a list of drops without the last
                last(Act.DROPS, Fault.KILLED, "delete from row_outcome"), // rows of practice that stayed
                last(Act.DROPS, Fault.POWER_CUT, "commit")); // an archive whose folders nobody had forced
    }

    /** One of each kind of fault under H2's own files. */
    private List<Case> ofTheRegister() {
        return List.of(
                inTheMiddle(Act.DROPS, Fault.REGISTER_ERROR),
                inTheMiddle(Act.DROPS, Fault.REGISTER_FULL_ONCE),
                inTheMiddle(Act.ENROLMENT, Fault.REGISTER_FULL));
    }

    private Case inTheMiddle(Act act, Fault fault) {
        return new Case(act, fault, references.get(act).steps().get(fault).size() / 2);
    }

    private Case last(Act act, Fault fault, String step) {
        List<String> steps = references.get(act).steps().get(fault);
        for (int i = steps.size(); i > 0; i--) {
            if (steps.get(i - 1).startsWith(step)) {
                return new Case(act, fault, i);
            }
        }
        throw new IllegalStateException("no step is any more " + step);
    }

    /** First the first and the last of each kind of step, then all others that are like them. */
    private List<Case> cases() {
        List<Case> ofTheirOwn = new ArrayList<>();
        List<Case> like = new ArrayList<>();
        references.forEach((act, reference) -> reference.steps().forEach((fault, steps) -> {
            for (int i = 0; i < steps.size(); i++) {
                boolean edge = steps.indexOf(steps.get(i)) == i || steps.lastIndexOf(steps.get(i)) == i;
                (edge ? ofTheirOwn : like).add(new Case(act, fault, i + 1));
            }
        }));
        out.println("cases of their own " + ofTheirOwn.size() + ", like them " + like.size());
        return Stream.concat(ofTheirOwn.stream(), like.stream()).toList();
    }

    private void play(Case one, int number) throws Exception {
        Reference reference = references.get(one.act());
        SteppedHome home = copy(reference.before(), "case-" + number);
        List<String> problems = new ArrayList<>();
        SteppedHome.Ended ended = home.run(reference.command(), one.fault(), one.nth());
        System.out.println(one + " exit " + ended.exit() + (ended.steps().fired() ? "" : ", not reached"));
        if (ended.exit() == SteppedHome.HANGS) {
            problems.add("hangs: " + ended.said());
        }
        if (ended.said().contains(CALLED_DAMAGED)) {
            problems.add("calls a register damaged that is not: " + ended.said());
        }
        problems.addAll(halfVisible(reference, home.published()));
        forgetTurns();
        if (ended.exit() == 0 || ended.exit() == 1) {
            differences(reference.after(), home.state()).forEach(name -> problems.add("said done, but not " + name));
        }
        goOn(reference, home, ended).ifPresent(problems::add);
        differences(reference.after(), home.state()).forEach(problems::add);
        String step = reference.steps().get(one.fault()).get(one.nth() - 1);
        String name = one.act() + " " + one.fault() + " " + one.nth() + " (" + step + ") exit " + ended.exit();
        problems.forEach(problem -> out.println("FOUND " + name + ": " + problem));
        if (!problems.isEmpty()) {
            out.println(("  said " + ended.said()).replace("\n", "\n  | "));
        }
        Durable.removeAll(home.folder().getParent());
        drop(home);
    }

    /** Gives the command again until it is done. */
    private static Optional<String> goOn(Reference reference, SteppedHome home, SteppedHome.Ended first)
            throws IOException, InterruptedException, ReflectiveOperationException {
        SteppedHome.Ended ended = first;
        for (int tries = 0; tries < TRIES; tries++) {
            ended = home.run(reference.command());
            forgetTurns();
            if (ended.exit() == 0 || ended.exit() == 1) {
                return Optional.empty();
            }
        }
        return Optional.of("does not go on: exit " + ended.exit() + " " + ended.said());
    }

    /** A dead process holds no turn; here it lives on. */
    private static void forgetTurns() throws ReflectiveOperationException {
        Field turns = Class.forName("id.jembatan.disk.Turn").getDeclaredField("THREADS");
        turns.setAccessible(true);
        ((Map<?, ?>) turns.get(null)).clear();
    }

    /** What others see after the fault is as it was or as it will be; a reply or a batch is whole or not there. */
    private static List<String> halfVisible(Reference reference, Map<String, String> now) {
        List<String> problems = new ArrayList<>();
        now.forEach((name, bytes) -> {
            boolean was = bytes.equals(reference.publishedBefore().get(name));
            boolean willBe = bytes.equals(reference.after().get(name));
            boolean list = name.endsWith("/index.html") && bytes.endsWith("3c2f68746d6c3e0a");
            if (!was && !willBe && !list) {
                problems.add("half visible: " + name);
            }
        });
        reference.after().keySet().stream()
                .filter(name -> name.matches("(reply|outbound)/.*") && !name.matches(".*(pemberitahuan|index.html).*"))
                .filter(name -> !now.containsKey(name))
                .filter(name -> now.keySet().stream()
                        .anyMatch(other -> folderOf(other).equals(folderOf(name))
                                && !other.matches(".*(pemberitahuan|index.html).*")))
                .forEach(name -> problems.add("half visible, without " + name));
        return problems;
    }

    private static String folderOf(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    private static List<String> differences(Map<String, String> expected, Map<String, String> found) {
        List<String> problems = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(expected.keySet());
        names.addAll(found.keySet());
        for (String name : names) {
            String then = new TreeMap<>(expected).getOrDefault(name, "(none)");
            String now = new TreeMap<>(found).getOrDefault(name, "(none)");
            if (!then.equals(now)) {
                problems.add("differs: " + name
                        + (name.contains("/") ? "" : "\n    " + begin(then) + "\n    " + begin(now)));
            }
        }
        return problems;
    }

    private static String begin(String text) {
        return text.substring(0, Math.min(text.length(), 250)).replace("\n", "\n    ");
    }

    private SteppedHome copy(SteppedHome home, String name) throws IOException, SQLException {
        return home.copyTo(folder.resolve(name), newRegister(home.url()));
    }

    /** A database of its own, as the other one is. */
    private Optional<String> newRegister(Optional<String> like) throws SQLException {
        if (server.isEmpty()) {
            return Optional.empty();
        }
        String name = "steps_" + ProcessHandle.current().pid() + "_" + ++registers;
        administer("create database " + name
                + like.map(url -> " template " + nameIn(url)).orElse(""));
        return Optional.of(server.get().replaceFirst("/[^/?]*(\\?.*)?$", "/" + name));
    }

    private void drop(SteppedHome home) throws SQLException {
        if (home.url().isPresent()) {
            administer("drop database " + nameIn(home.url().get()) + " with (force)");
        }
    }

    private static String nameIn(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private void administer(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.get(), Database.USER, Database.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
