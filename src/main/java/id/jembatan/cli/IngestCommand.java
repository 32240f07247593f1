package id.jembatan.cli;

import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Service;
import id.jembatan.pipeline.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * One pass: what lies in the home's folders is taken and answered. What a service that runs beside it takes meanwhile is
 * waited for and told as well: nobody need know who was faster.
 */
@Command(
        name = "ingest",
        footer = {"jembatan --home /srv/jembatan ingest", "jembatan ingest --json"})
final class IngestCommand extends HouseCommand {

    @Option(names = "--json")
    private boolean json;

    @Override
    Settings settings() {
        return root().settings(RootCommand.ONE_SHOT);
    }

    @Override
    int call(House house) throws Exception {
        boolean done;
        Optional<String> stopped;
        try (Service service = Service.start(house, root().routes())) {
            service.openIntake();
            done = service.awaitAnswers();
            stopped = service.whyStopped();
        }
        List<AnswerFile> answers = house.listAnswersOfLast(root().sinceStart());
        List<LoggedDrop> drops = house.listDropsOfLast(root().sinceStart());
        DropTable table = new DropTable(house.messages());
        AnswerTable answered = new AnswerTable(house.messages());
        if (json) {
            ScriptJson.print(out(), Map.of("drops", table.facts(drops), "answers", answered.facts(answers)));
        } else {
            if (!drops.isEmpty() || (answers.isEmpty() && done)) {
                table.print(out(), drops);
            }
            answered.print(out(), answers);
        }
        if (!done) {
            err().println("jembatan: " + house.messages().get("cli.ingest.stopped", stopped.orElse("LINE_STOPPED")));
            err().flush();
        }
        return done ? Math.max(table.exitCode(), answered.exitCode()) : Jembatan.FAULT;
    }
}
