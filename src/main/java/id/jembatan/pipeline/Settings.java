package id.jembatan.pipeline;

import id.jembatan.domain.Limits;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
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
                    throw new Unusable(Unusable.Kind.UNKNOWN, key, FILE);
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
            throw new Unusable(Unusable.Kind.UNREADABLE, file.toString());
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
            throw new Unusable("jembatan.language", Unusable.Expected.LANGUAGE, language());
        }
    }

    public String get(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new Unusable(Unusable.Kind.UNKNOWN, key, FILE);
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
            throw new Unusable("jembatan.today", Unusable.Expected.DATE, value);
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
            throw new Unusable("jembatan.node.lease", Unusable.Expected.SECONDS, "0");
        }
        return Duration.ofSeconds(seconds);
    }

    /** A setting that is true or false. */
    boolean flag(String key) {
        String value = get(key);
        if (!value.equals("true") && !value.equals("false")) {
            throw new Unusable(key, Unusable.Expected.FLAG, value);
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
            throw new Unusable("jembatan.cross-regency", Unusable.Expected.SWITCH, value);
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
            throw new Unusable(key, Unusable.Expected.NUMBER, value);
        }
        throw new Unusable(key, Unusable.Expected.NUMBER, value);
    }
}
