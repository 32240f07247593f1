package id.jembatan.cli;

import id.jembatan.domain.AgreementRemark;
import id.jembatan.domain.Messages;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.pipeline.BusinessClock;
import id.jembatan.pipeline.Configuration;
import id.jembatan.pipeline.MessageFiles;
import id.jembatan.pipeline.Rulebook;
import id.jembatan.pipeline.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the agreements say, proved. */
@Command(name = "agreements", footer = "jembatan agreements check", subcommands = AgreementsCommand.Check.class)
final class AgreementsCommand extends CommandGroup {

    /** Proves every programme's budget against its quota. */
    @Command(
            name = "check",
            footer = {"jembatan agreements check", "jembatan --config /etc/jembatan agreements check --json"})
    static final class Check extends SubCommand {

        private static final ZoneId WESTERN = ZoneId.of("Asia/Jakarta");

        @Option(names = "--json")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            Settings settings = root().settings();
            Rulebook rules = Configuration.loadRules(settings);
            Messages messages = MessageFiles.load(settings.config(), settings.language());
            Configuration.proveForStart(settings, rules.agreements(), messages);
            List<AgreementRemark> remarks = rules.proveAgreements(
                    new BusinessClock(Clock.systemUTC(), settings.today()).today(WESTERN), messages);
            int exit = remarks.stream().anyMatch(AgreementRemark::isWarning) ? Jembatan.TO_REPAIR : Jembatan.DONE;
            PrintWriter out = out();
            if (json) {
                ScriptJson.print(out, remarks.stream().map(Check::facts).toList());
                return exit;
            }
            remarks.forEach(remark -> out.println(remark.severity() + "  "
                    + remark.programme()
                            .map(Object::toString)
                            .orElse(remark.regency().value())
                    + "  " + remark.text()));
            out.println(messages.get(
                    "cli.agreements.checked",
                    rules.agreements().regencies().size(),
                    rules.agreements().listProgrammes().size()));
            out.flush();
            return exit;
        }

        private static Map<String, Object> facts(AgreementRemark remark) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("regency", remark.regency().value());
            facts.put("programme", remark.programme().map(ProgrammeKey::id).orElse(""));
            facts.put("severity", remark.severity().name());
            facts.put("kind", remark.kind().name());
            facts.put("text", remark.text());
            return facts;
        }
    }
}
