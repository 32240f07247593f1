package id.jembatan.pipeline;

import id.jembatan.domain.Limits;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Workspace;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every {@code jembatan.*} setting, read once: as the program brings it, then {@code config/application.properties}, then
 * what the command line says. A key that the program does not bring, and a value that cannot be, is refused by name.
 */
public final class Settings {

    private static final String FILE = "application.properties";

    /** What begins so is Camel's. */
    private static final String OF_CAMEL = "camel.";

    /** Every setting that there is, as the program brings it. */
    private static final Map<String, String> SHIPPED = shipped();

    private final Path config;
    private final Map<String, String> values;

    private Settings(Path config, Map<String, String> values) {
        this.config = config;
        this.values = values;
    }

    /** Settings that cannot be used, in words for who made them. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<Problem> problems;

        /** A sentence, or the kind of one in {@code config/messages/cli_*.properties} and what it names. */
        private record Problem(String kind, List<String> named) {

            static final String WORDED = "";
            static final String EXPECTED = "expected";

            String sentence(Messages messages) {
                return switch (kind) {
                    case WORDED -> named.get(0);
                    case EXPECTED ->
                        messages.get(KEYS + kind, named.get(0), messages.get(KEYS + named.get(1)), named.get(2));
                    default -> messages.get(KEYS + kind, named.toArray());
                };
            }

            @Override
            public String toString() {
                return kind.equals(WORDED)
                        ? named.get(0)
                        : named.get(0) + ": " + kind + " "
                                + named.stream().skip(1).collect(Collectors.joining(", "));
            }

            private static final String KEYS = "cli.setting.";
        }

        public Unusable(String problem) {
            this(List.of(problem));
        }

        Unusable(List<String> problems) {
            this(
                    String.join("\n", problems),
                    problems.stream()
                            .map(problem -> new Problem(Problem.WORDED, List.of(problem)))
                            .toList());
        }

        private Unusable(String message, List<Problem> problems) {
            super(message);
            this.problems = List.copyOf(problems);
        }

        /**
         * A setting that cannot be used.
         *
         * @param kind of the sentence
         * @param named in it, the setting first
         */
        public static Unusable setting(String kind, String... named) {
            Problem problem = new Problem(kind, List.of(named));
            return new Unusable(problem.toString(), List.of(problem));
        }

        /** A setting that is something else than it has to be. */
        static Unusable expected(String setting, String expected, String found) {
            return setting(Problem.EXPECTED, setting, expected, found);
        }

        /** Every mistake, a line each, for a log. */
        public List<String> problems() {
            return problems.stream().map(Problem::toString).toList();
        }

        /** Every mistake, a line each, in the reader's language. */
        public List<String> problems(Messages messages) {
            return problems.stream().map(problem -> problem.sentence(messages)).toList();
        }
    }

    /**
     * Reads the settings.
     *
     * @param config the configuration folder
     * @param given what was set for this command; wins over the file
     */
    public static Settings load(Path config, Map<String, String> given) {
        Map<String, String> values = new TreeMap<>(SHIPPED);
        Properties file = read(config.resolve(FILE));
        Stream.concat(file.stringPropertyNames().stream(), given.keySet().stream())
                .filter(key -> !SHIPPED.containsKey(key) && !key.startsWith(OF_CAMEL))
                .findFirst()
                .ifPresent(key -> {
                    throw Unusable.setting("unknown", key, FILE);
                });
        file.stringPropertyNames()
                .forEach(key -> values.put(key, file.getProperty(key).trim()));
        given.forEach((key, value) -> values.put(key, value.trim()));
        Settings settings = new Settings(config, values);
        settings.prove();
        return settings;
    }

    /**
     * These settings with the archived rules of another time: their files for the configuration folder, and what
     * {@link RuleFiles#SETTINGS} among them says.
     */
    Settings under(Path rules) {
        Properties archived = read(rules.resolve(RuleFiles.SETTINGS));
        Map<String, String> then = new TreeMap<>(values);
        archived.stringPropertyNames().stream()
                .filter(RuleFiles::isRule)
                .forEach(key -> then.put(key, archived.getProperty(key).trim()));
        Settings settings = new Settings(rules, then);
        settings.prove();
        return settings;
    }

    private static Map<String, String> shipped() {
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Settings.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(in);
            Map<String, String> values = new TreeMap<>();
            properties
                    .stringPropertyNames()
                    .forEach(key -> values.put(key, properties.getProperty(key).trim()));
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw Unusable.setting("unreadable", file.toString());
        }
    }

    /** Reads every typed setting once, so that a mistake shows before any work. */
    private void prove() {
        today();
        quiet();
        limits();
        lease();
        number("jembatan.db.connections");
        number("jembatan.read.threads");
        flag("jembatan.outbound.sums");
        flag("jembatan.outbound.mail");
        flag("jembatan.purge.nightly");
        isComparingRegencies();
        Observed.port(this);
        MailSettings.of(this);
        number("jembatan.purge.unentered");
        number("jembatan.copies.days");
        number("jembatan.intake.free-space");
        if (!language().equals("id") && !language().equals("en")) {
            throw Unusable.expected("jembatan.language", "language", language());
        }
    }

    public String get(String key) {
        String value = values.get(key);
        if (value == null) {
            throw Unusable.setting("unknown", key, FILE);
        }
        return value;
    }

    /** All of them, for Camel's placeholders. */
    public Map<String, String> all() {
        return Map.copyOf(values);
    }

    public Path config() {
        return config;
    }

    public Workspace workspace() {
        return new Workspace(Path.of(get("jembatan.home")));
    }

    /** The business date of every rule and name, where it is fixed. */
    public Optional<LocalDate> today() {
        String value = get("jembatan.today");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeException e) {
            throw Unusable.expected("jembatan.today", "date", value);
        }
    }

    public String language() {
        return get("jembatan.language");
    }

    /** How long a file must stand still before it is taken. */
    public Duration quiet() {
        return Duration.ofSeconds(number("jembatan.intake.quiet"));
    }

    /** How long a node may be silent before another one takes over the drop in its hands. */
    Duration lease() {
        long seconds = number("jembatan.node.lease");
        if (seconds == 0) {
            throw Unusable.expected("jembatan.node.lease", "seconds", "0");
        }
        return Duration.ofSeconds(seconds);
    }

    /** A setting that is true or false. */
    boolean flag(String key) {
        String value = get(key);
        if (!value.equals("true") && !value.equals("false")) {
            throw Unusable.expected(key, "flag", value);
        }
        return value.equals("true");
    }

    /** When the night's enrolment begins, as Quartz writes it; empty = never. */
    public Optional<String> enrolCron() {
        String cron = get("jembatan.enrol.cron");
        return cron.equals("-") ? Optional.empty() : Optional.of(cron);
    }

    /** Whether regencies have agreed that their people are held against each other's. */
    boolean isComparingRegencies() {
        String value = get("jembatan.cross-regency");
        if (!value.equals("on") && !value.equals("off")) {
            throw Unusable.expected("jembatan.cross-regency", "switch", value);
        }
        return value.equals("on");
    }

    public Limits limits() {
        return new Limits(
                number("jembatan.limits.file"),
                number("jembatan.limits.unpacked"),
                (int) number("jembatan.limits.entries"),
                (int) number("jembatan.limits.columns"),
                (int) number("jembatan.limits.cell"),
                (int) number("jembatan.limits.depth"),
                (int) number("jembatan.limits.digits"));
    }

    /** Where people put lists: as set, else {@code drop/} of the home. */
    public Path intakeFolder() {
        String folder = get("jembatan.intake.folder");
        return folder.isEmpty() ? workspace().drop() : Path.of(folder).toAbsolutePath();
    }

    /** Where the register is; empty = an H2 file in the home. */
    public Optional<String> databaseUrl() {
        return Optional.of(get("jembatan.db.url")).filter(url -> !url.isEmpty());
    }

    /** A whole number that is not negative. */
    public long number(String key) {
        String value = get(key);
        try {
            long number = Long.parseLong(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw Unusable.expected(key, "number", value);
        }
        throw Unusable.expected(key, "number", value);
    }
}
