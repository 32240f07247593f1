package id.jembatan.cli;

import id.jembatan.disk.Durable;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Messages;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.pipeline.Configuration;
import id.jembatan.pipeline.FileCheck;
import id.jembatan.pipeline.FileCheck.Checked;
import id.jembatan.pipeline.MessageFiles;
import id.jembatan.pipeline.Settings;
import id.jembatan.pipeline.Unusable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What would be said of one file, before anybody drops it: as against an empty register, changing nothing. */
@Command(
        name = "check",
        footer = {
            "jembatan check daftar.xlsx --regency 9203 --programme pekerja-rentan-2025",
            "jembatan check daftar.xlsx --regency 9203 --programme pekerja-rentan-2025 --on 2025-06-02 --reply hasil"
        })
final class CheckCommand extends SubCommand {

    private static final Logger LOG = LoggerFactory.getLogger(CheckCommand.class);

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AskedProgramme asked;

    @Option(names = "--on", paramLabel = "DATE")
    private @Nullable LocalDate on;

    @Option(names = "--reply", paramLabel = "DIR")
    private @Nullable Path reply;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Settings given = root().settings(RootCommand.ONE_SHOT);
        Messages messages = MessageFiles.load(given.config(), given.language());
        ProgrammeKey key = asked.get(Configuration.loadRules(given).agreements(), messages);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Unusable(messages.get("cli.check.no-file", file));
        }
        Path home = FileCheck.makeHome();
        Thread onSignal = new Thread(() -> clear(home), "clear");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            List<Checked> checked = new FileCheck(key, root().routes())
                    .check(root().settingsOver(settingsIn(home)), file, Optional.ofNullable(reply));
            print(out(), messages, checked);
            return exitCode(messages, checked);
        } finally {
            clear(home);
            Runtime.getRuntime().removeShutdownHook(onSignal);
        }
    }

    private Map<String, String> settingsIn(Path home) {
        Map<String, String> settings = new HashMap<>(RootCommand.ONE_SHOT);
        settings.putAll(FileCheck.settingsIn(home));
        if (on != null) {
            settings.put("jembatan.today", on.toString());
        }
        return settings;
    }

    private void print(PrintWriter out, Messages messages, List<Checked> checked) {
        if (json) {
            String summaries = String.join(
                    ",\n", checked.stream().map(each -> each.summary().strip()).toList());
            out.println(checked.stream().anyMatch(Checked::isOfZip) ? "[" + summaries + "]" : summaries);
        } else if (!checked.isEmpty()) {
            out.println(messages.get("cli.check.trial"));
            checked.forEach(each -> out.print("\n" + each.receipt()));
            if (reply != null) {
                out.println("\n" + messages.get("cli.check.reply", reply));
            }
        }
        out.flush();
    }

    private static int exitCode(Messages messages, List<Checked> checked) {
        if (checked.isEmpty()) {
            return Jembatan.FAULT;
        }
        DropTable table = new DropTable(messages);
        for (Checked each : checked) {
            LoggedDrop drop = each.drop();
            table.note(drop);
        }
        return table.exitCode();
    }

    private static void clear(Path home) {
        try {
            Durable.removeAll(home);
        } catch (IOException e) {
            LOG.warn("could not remove {}", home);
        }
    }
}
