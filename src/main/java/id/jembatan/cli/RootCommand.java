package id.jembatan.cli;

import id.jembatan.pipeline.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What holds for all commands: which home, which configuration, which settings. */
@Command(
        name = "jembatan",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "jembatan 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "jembatan demo",
            "jembatan run",
            "jembatan check --regency 9203 --programme pekerja-rentan-2025 daftar.xlsx"
        },
        subcommands = {
            RunCommand.class,
            IngestCommand.class,
            CheckCommand.class,
            TemplateCommand.class,
            RetryCommand.class,
            UndoCommand.class,
            DiffCommand.class,
            WhatIfCommand.class,
            TraceCommand.class,
            EndCommand.class,
            EnrolCommand.class,
            LeaversCommand.class,
            ReleaseCommand.class,
            OutboundCommand.class,
            IuranCommand.class,
            ResendCommand.class,
            PaidCommand.class,
            StatusCommand.class,
            ReviewCommand.class,
            AgreementsCommand.class,
            AuditCommand.class,
            ConsoleCommand.class,
            RebuildCommand.class,
            PurgeCommand.class,
            SelfTestCommand.class,
            BreachCommand.class,
            CompletionCommand.class,
            DemoCommand.class
        })
final class RootCommand implements Runnable {

    /** A one-shot command does not wait for files to stand still, and looks again soon. */
    static final Map<String, String> ONE_SHOT = Map.of("jembatan.intake.quiet", "0", "jembatan.intake.delay", "50");

    private static final String HOME = "jembatan.home";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT)
    private @Nullable Path home;

    @Option(names = "--config", paramLabel = "DIR", scope = ScopeType.INHERIT)
    private @Nullable Path config;

    @Option(names = "--set", paramLabel = "key=value", scope = ScopeType.INHERIT)
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--as", paramLabel = "NAME", scope = ScopeType.INHERIT)
    private @Nullable String as;

    private final Instant started;

    RootCommand(Instant started) {
        this.started = started;
    }

    @Override
    public void run() {
        throw asksWhichCommand(spec.commandLine());
    }

    /** What is said of a command line that ends where a command is expected. */
    ParameterException asksWhichCommand(CommandLine line) {
        String[] arguments = spec.commandLine().getParseResult().originalArgs().toArray(new String[0]);
        return new ParameterException(
                line,
                Texts.find(arguments)
                        .map(texts -> texts.get("cli.usage.command"))
                        .orElse("COMMAND?"));
    }

    /** How long ago this command was called. */
    Duration sinceStart() {
        return Duration.between(started, Instant.now());
    }

    /** Who acts: as named, else the user of the system. */
    String actor() {
        return as == null || as.isBlank() ? System.getProperty("user.name", "") : as.strip();
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
        environment("JEMBATAN_MAIL_PASSWORD").ifPresent(value -> given.put("jembatan.mail.password", value));
        environment("JEMBATAN_CONSOLE_TLS_PASSWORD")
                .ifPresent(value -> given.put("jembatan.console.tls.password", value));
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
        Map<String, String> over = new LinkedHashMap<>(Map.of(HOME, otherHome, "jembatan.today", today.toString()));
        over.put("jembatan.db.url", set.getOrDefault("jembatan.db.url", ""));
        ONE_SHOT.forEach((key, value) -> over.put(key, set.getOrDefault(key, value)));
        return settingsOver(over);
    }

    /** The settings, with what the command itself needs whatever was asked for. */
    Settings settingsOver(Map<String, String> over) {
        Map<String, String> given = new LinkedHashMap<>(set);
        given.putAll(over);
        return Settings.load(config(), given);
    }

    Path config() {
        return config != null ? config : productConfig();
    }

    /** The configuration that the product came with. */
    static Path productConfig() {
        return product().resolve("config");
    }

    Path routes() {
        return product().resolve("routes");
    }

    /** Where the product lies. */
    private static Path product() {
        return Path.of(System.getProperty("jembatan.root", "."));
    }
}
