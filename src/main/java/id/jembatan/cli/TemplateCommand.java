package id.jembatan.cli;

import id.jembatan.domain.Messages;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.pipeline.Configuration;
import id.jembatan.pipeline.MessageFiles;
import id.jembatan.pipeline.Rulebook;
import id.jembatan.pipeline.Settings;
import id.jembatan.pipeline.TemplateFile;
import id.jembatan.pipeline.Unusable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** An empty workbook for a programme. A file of that name that somebody may have filled in is never written over. */
@Command(
        name = "template",
        footer = {
            "jembatan template --regency 9203 --programme pekerja-rentan-2025",
            "jembatan template --regency 9203 --programme latihan --output latihan.xlsx"
        })
final class TemplateCommand extends SubCommand {

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AskedProgramme asked;

    @Option(names = "--output", paramLabel = "FILE")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        Settings settings = root().settings();
        Messages messages = MessageFiles.load(settings.config(), settings.language());
        Rulebook rules = Configuration.loadRules(settings);
        ProgrammeKey key = asked.get(rules.agreements(), messages);
        Path file = output != null ? output : Path.of("template-" + key.regency() + "-" + key.id() + ".xlsx");
        if (file.getFileName() == null || Files.isDirectory(file) || !Files.isDirectory(folderOf(file))) {
            throw new Unusable(messages.get("cli.template.no-place", file));
        }
        Path made = Files.createTempFile("jembatan-template-", ".xlsx");
        try {
            new TemplateFile(settings.config(), rules, messages).write(made, key);
            if (!Files.exists(file) || Files.mismatch(made, file) != -1) {
                Files.copy(made, file);
            }
        } catch (FileAlreadyExistsException e) {
            throw new Unusable(messages.get("cli.template.exists", file));
        } finally {
            Files.deleteIfExists(made);
        }
        PrintWriter out = out();
        out.println(messages.get("cli.template.written", file));
        out.flush();
        return Jembatan.DONE;
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file : folder;
    }
}
