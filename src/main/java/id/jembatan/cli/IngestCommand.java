package id.jembatan.cli;

import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Service;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * One pass: what lies in the home's folders is taken and answered. What a service that runs beside it takes meanwhile is
 * waited for and told as well: nobody need know who was faster.
 */
@Command(name = "ingest")
final class IngestCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RootCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (House house = House.open(root.settings(RootCommand.ONE_SHOT))) {
            boolean done;
            try (Service service = Service.start(house, root.routes())) {
                service.openIntake();
                done = service.awaitAnswers();
            }
            List<AnswerFile> answers = house.listAnswersOfLast(root.sinceStart());
            List<LoggedDrop> drops = house.listDropsOfLast(root.sinceStart());
            DropTable table = new DropTable(house.messages());
            if (answers.isEmpty() || !drops.isEmpty()) {
                table.print(spec.commandLine().getOut(), drops);
            }
            AnswerTable answered = new AnswerTable(house.messages());
            answered.print(spec.commandLine().getOut(), answers);
            return done ? Math.max(table.exitCode(), answered.exitCode()) : Jembatan.FAULT;
        }
    }
}
