package id.jembatan.cli;

import id.jembatan.domain.Messages;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.OutboundPreview;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The layouts of the files for branches. */
@Command(
        name = "outbound",
        footer = "jembatan outbound preview --regency 9203 --programme pekerja-rentan-2025",
        subcommands = OutboundCommand.PreviewCommand.class)
final class OutboundCommand extends CommandGroup {

    /** Ten staged people as a layout would write them. */
    @Command(
            name = "preview",
            footer = {
                "jembatan outbound preview --regency 9203 --programme pekerja-rentan-2025",
                "jembatan outbound preview --regency 9203 --programme pekerja-rentan-2025 --profile provisional-2"
            })
    static final class PreviewCommand extends HouseCommand {

        @Mixin
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private AskedProgramme asked;

        @Option(names = "--profile", paramLabel = "NAME")
        private @Nullable String profile;

        @Option(names = "--json")
        private boolean json;

        @Override
        int call(House house) throws IOException {
            ProgrammeKey key = asked.get(house.rules().agreements(), house.messages());
            OutboundPreview preview = OutboundPreview.of(house, key, profile);
            if (json) {
                ScriptJson.print(out(), preview);
            } else {
                print(out(), house.messages(), preview);
            }
            return Jembatan.DONE;
        }

        private static void print(PrintWriter out, Messages messages, OutboundPreview preview) {
            out.println(messages.get("cli.preview.layout", preview.layout(), preview.version(), preview.fileName()));
            if (preview.rows().isEmpty()) {
                out.println(messages.get("cli.preview.nobody"));
            } else {
                TextTable table = new TextTable(preview.headers().toArray(String[]::new));
                preview.rows().forEach(row -> table.row(row.toArray(String[]::new)));
                table.print(out);
                out.println(messages.get("cli.preview.masked"));
            }
            out.flush();
        }
    }
}
