package id.jembatan.cli;

import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What holds for all commands: which home, which configuration, which settings. */
@Command(
        name = "jembatan",
        mixinStandardHelpOptions = true,
        version = "jembatan 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        description = "Carries lists of workers from regencies to BPJS Ketenagakerjaan.",
        subcommands = {
            RunCommand.class,
            IngestCommand.class,
            EnrolCommand.class,
            StatusCommand.class,
            AgreementsCommand.class,
            DemoCommand.class
        })
final class RootCommand implements Runnable {

    /** A one-shot command does not wait for files to stand still, and looks again soon. */
    static final Map<String, String> ONE_SHOT = Map.of("jembatan.intake.quiet", "0", "jembatan.intake.delay", "50");

    private static final String HOME = "jembatan.home";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--home", paramLabel = "DIR", description = "the home; else JEMBATAN_HOME, else ./data")
    private @Nullable Path home;

    @Option(names = "--config", paramLabel = "DIR", description = "the configuration folder; else the product's own")
    private @Nullable Path config;

    @Option(names = "--set", paramLabel = "key=value", description = "one setting of application.properties")
    private Map<String, String> set = new LinkedHashMap<>();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which COMMAND? try --help");
    }

    /** The settings that this command works under. */
    Settings settings() {
        return settings(Map.of());
    }

    /** The settings, with what the command itself needs unless it was asked for otherwise. */
    Settings settings(Map<String, String> unlessSet) {
        Map<String, String> given = new LinkedHashMap<>(unlessSet);
        environment("JEMBATAN_HOME").ifPresent(value -> given.put(HOME, value));
        environment("JEMBATAN_DB_PASSWORD").ifPresent(value -> given.put("jembatan.db.password", value));
        given.putAll(set);
        if (home != null) {
            given.put(HOME, home.toString());
        }
        return Settings.load(config(), given);
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    /** Whether {@code --home} or a setting names the home for this very command. */
    Optional<String> namedHome() {
        return home != null ? Optional.of(home.toString()) : Optional.ofNullable(set.get(HOME));
    }

    /** The settings of a one-shot command in another home, which never works in the register of the real one. */
    Settings settingsIn(String otherHome, LocalDate today) {
        Map<String, String> given = new LinkedHashMap<>(ONE_SHOT);
        given.put("jembatan.db.url", "");
        given.putAll(set);
        given.put(HOME, otherHome);
        given.put("jembatan.today", today.toString());
        return Settings.load(config(), given);
    }

    Path config() {
        return config != null ? config : product().resolve("config");
    }

    Path routes() {
        return product().resolve("routes");
    }

    /** Where the product lies. */
    private static Path product() {
        return Path.of(System.getProperty("jembatan.root", "."));
    }

    /** Opens the home. */
    House open() throws IOException {
        return House.open(settings());
    }
}
