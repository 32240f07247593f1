package id.jembatan.cli;

import id.jembatan.domain.Messages;
import id.jembatan.domain.RestoredRegister;
import id.jembatan.domain.Rupiah;
import id.jembatan.pipeline.AuditTrail;
import id.jembatan.pipeline.MessageFiles;
import id.jembatan.pipeline.Rebuild;
import id.jembatan.pipeline.Settings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The register lost: restored from archive and journal. */
@Command(
        name = "rebuild",
        footer = {"jembatan --home /srv/jembatan rebuild", "jembatan --home /srv/jembatan rebuild --force --batches"})
final class RebuildCommand extends SubCommand {

    @Option(names = "--force")
    private boolean force;

    @Option(names = "--batches")
    private boolean batches;

    @Override
    public Integer call() throws Exception {
        Settings settings = root().settings();
        Path journal = settings.workspace().journal();
        if (!Files.isDirectory(journal)) {
            return rebuild(settings); // nothing to rebuild from, and nowhere to note it
        }
        return new AuditTrail(journal)
                .around(root().actor(), "rebuild", Map.of("force", force, "batches", batches), () -> rebuild(settings));
    }

    private int rebuild(Settings settings) throws Exception {
        Messages messages = MessageFiles.load(settings.config(), settings.language());
        ReplayProgress progress = new ReplayProgress(err(), messages);
        Rebuild.Report report = new Rebuild(settings, root().routes(), progress).run(new Rebuild.Wish(force, batches));
        progress.end();
        print(out(), messages, report);
        return report.failed().isEmpty() ? Jembatan.DONE : Jembatan.FAULT;
    }

    private static void print(PrintWriter out, Messages messages, Rebuild.Report report) {
        report.restored()
                .ifPresentOrElse(
                        restored -> print(out, messages, restored),
                        () -> out.println(messages.get("cli.rebuild.stood")));
        if (report.cut() > 0) {
            out.println(messages.get("cli.rebuild.cut", report.cut()));
        }
        report.keptAside().ifPresent(path -> out.println(messages.get("cli.rebuild.set-aside", path)));
        out.println(messages.get("cli.rebuild.written", report.replies(), report.batches()));
        report.failed().forEach(name -> out.println(messages.get("cli.rebuild.failed", name)));
        out.flush();
    }

    private static void print(PrintWriter out, Messages messages, RestoredRegister restored) {
        TextTable table = new TextTable(messages.get("cli.rebuild.restored"), messages.get("cli.rebuild.count"));
        add(table, messages, "records", restored.records());
        add(table, messages, "drops", restored.drops());
        add(table, messages, "rows", restored.rows());
        add(table, messages, "entries", restored.entries());
        add(table, messages, "batches", restored.batches());
        add(table, messages, "nights", restored.nights());
        table.print(out);
        if (restored.waiting() > 0 || restored.unsent() > 0) {
            out.println(messages.get("cli.rebuild.waiting", restored.waiting(), restored.unsent()));
        }
    }

    private static void add(TextTable table, Messages messages, String name, long count) {
        table.row(messages.get("cli.rebuild." + name), Rupiah.count(count, messages.language()));
    }
}
