package id.jembatan.cli;

import id.jembatan.domain.AgreementRemark;
import id.jembatan.domain.Messages;
import id.jembatan.pipeline.BusinessClock;
import id.jembatan.pipeline.Configuration;
import id.jembatan.pipeline.MessageFiles;
import id.jembatan.pipeline.Rulebook;
import id.jembatan.pipeline.Settings;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;

/** What the agreements say, proved. */
@Command(name = "agreements", subcommands = AgreementsCommand.Check.class)
final class AgreementsCommand extends CommandGroup {

    /** Proves every programme's budget against its quota. */
    @Command(name = "check")
    static final class Check extends SubCommand {

        private static final ZoneId WESTERN = ZoneId.of("Asia/Jakarta");

        @Override
        public Integer call() {
            Settings settings = root().settings();
            Rulebook rules = Configuration.loadRules(settings);
            Messages messages = MessageFiles.load(settings.config(), settings.language());
            List<AgreementRemark> remarks = rules.proveAgreements(
                    new BusinessClock(Clock.systemUTC(), settings.today()).today(WESTERN), messages);
            PrintWriter out = out();
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
            return remarks.stream().anyMatch(AgreementRemark::isWarning) ? Jembatan.TO_REPAIR : Jembatan.DONE;
        }
    }
}
