package id.jembatan.cli;

import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Service;
import id.jembatan.pipeline.Settings;
import java.util.List;
import picocli.CommandLine.Command;

/**
 * One pass: what lies in the home's folders is taken and answered. What a service that runs beside it takes meanwhile is
 * waited for and told as well: nobody need know who was faster.
 */
@Command(name = "ingest")
final class IngestCommand extends HouseCommand {

    @Override
    Settings settings() {
        return root().settings(RootCommand.ONE_SHOT);
    }

    @Override
    int call(House house) throws Exception {
        boolean done;
        try (Service service = Service.start(house, root().routes())) {
            service.openIntake();
            done = service.awaitAnswers();
        }
        List<AnswerFile> answers = house.listAnswersOfLast(root().sinceStart());
        List<LoggedDrop> drops = house.listDropsOfLast(root().sinceStart());
        DropTable table = new DropTable(house.messages());
        if (answers.isEmpty() || !drops.isEmpty()) {
            table.print(out(), drops);
        }
        AnswerTable answered = new AnswerTable(house.messages());
        answered.print(out(), answers);
        return done ? Math.max(table.exitCode(), answered.exitCode()) : Jembatan.FAULT;
    }
}
