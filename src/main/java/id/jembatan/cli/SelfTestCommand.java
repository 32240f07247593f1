package id.jembatan.cli;

import id.jembatan.domain.Messages;
import id.jembatan.pipeline.MessageFiles;
import id.jembatan.pipeline.SelfTest;
import id.jembatan.pipeline.SelfTest.Finding;
import id.jembatan.pipeline.SelfTest.Holds;
import id.jembatan.pipeline.Settings;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the disk, the database and the clock of this machine keep. */
@Command(
        name = "self-test",
        aliases = "doctor",
        footer = {"jembatan --home /srv/jembatan doctor", "jembatan self-test --json"})
final class SelfTestCommand extends SubCommand {

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Settings settings = root().settings();
        Messages messages = MessageFiles.load(settings.config(), settings.language());
        List<Finding> findings = new SelfTest(settings, messages).run();
        PrintWriter out = out();
        if (json) {
            ScriptJson.print(out, Map.of("checks", findings, "holds", worst(findings)));
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
