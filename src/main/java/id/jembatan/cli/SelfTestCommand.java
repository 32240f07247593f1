package id.jembatan.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.jembatan.domain.Messages;
import id.jembatan.pipeline.MessageFiles;
import id.jembatan.pipeline.SelfTest;
import id.jembatan.pipeline.SelfTest.Finding;
import id.jembatan.pipeline.SelfTest.Holds;
import id.jembatan.pipeline.Settings;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What the disk, the database and the clock of this machine keep. */
@Command(name = "self-test")
final class SelfTestCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RootCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Settings settings = root.settings();
        Messages messages = MessageFiles.load(settings.config(), settings.language());
        List<Finding> findings = new SelfTest(settings, messages).run();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(Map.of("checks", findings, "holds", worst(findings))));
        } else {
            for (Finding finding : findings) {
                out.println(messages.get("cli.self-test." + finding.holds()) + "  " + finding.sentence());
                if (!finding.advice().isEmpty()) {
                    out.println("      " + finding.advice());
                }
            }
            out.println(messages.get("cli.self-test.all." + worst(findings)));
        }
        out.flush();
        return switch (worst(findings)) {
            case YES -> Jembatan.DONE;
            case DOUBTFUL -> Jembatan.TO_REPAIR;
            case NO -> Jembatan.FAULT;
        };
    }

    private static Holds worst(List<Finding> findings) {
        return findings.stream().map(Finding::holds).max(Holds::compareTo).orElse(Holds.YES);
    }
}
