package id.jembatan.cli;

import id.jembatan.domain.Messages;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.OutboundPreview;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The layouts of the files for branches. */
@Command(name = "outbound", subcommands = OutboundCommand.PreviewCommand.class)
final class OutboundCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RootCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw root.asksWhichCommand(spec.commandLine());
    }

    /** Ten staged people as a layout would write them. */
    @Command(name = "preview")
    static final class PreviewCommand implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private OutboundCommand parent;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Mixin
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private AskedProgramme asked;

        @Option(names = "--profile", paramLabel = "NAME")
        private @Nullable String profile;

        @Override
        public Integer call() throws IOException {
            try (House house = parent.root.open()) {
                ProgrammeKey key = asked.get(house.rules().agreements(), house.messages());
                print(spec.commandLine().getOut(), house.messages(), OutboundPreview.of(house, key, profile));
                return Jembatan.DONE;
            }
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
