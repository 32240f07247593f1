package id.jembatan.cli;

import id.jembatan.domain.AgreementsBroken;
import id.jembatan.domain.Messages;
import id.jembatan.domain.OperatorNeeded;
import id.jembatan.pipeline.Faults;
import id.jembatan.pipeline.MessageFiles;
import id.jembatan.pipeline.RetryDrop;
import id.jembatan.pipeline.Settings;
import id.jembatan.pipeline.Unusable;
import java.io.PrintWriter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What a command says when it cannot: what is wrong and where, in words; never a stack of calls on the screen. */
final class Failures implements IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Optional<Texts> texts;

    Failures(Optional<Texts> texts) {
        this.texts = texts;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof Unusable unusable) {
            texts.map(known -> unusable.problems(known.messages()))
                    .orElseGet(unusable::problems)
                    .forEach(problem -> err.println("jembatan: " + problem));
            return Jembatan.WRONG_USAGE;
        }
        if (failure instanceof AgreementsBroken broken) {
            Messages messages = messages(command);
            broken.problems().forEach(problem -> err.println("jembatan: " + problem.sentence(messages)));
            return Jembatan.WRONG_USAGE;
        }
        if (failure instanceof RetryDrop.BytesGone && texts.isPresent()) {
            err.println("jembatan: " + texts.get().get("cli.retry.gone"));
            return Jembatan.FAULT;
        }
        if (failure instanceof OperatorNeeded needed) {
            err.println("jembatan: " + needed.sentence(messages(command)));
            return Jembatan.FAULT;
        }
        if (Faults.isDamagedRegister(failure)) {
            err.println("jembatan: " + messages(command).get("register.damaged", "db/"));
            return Jembatan.FAULT;
        }
        LOG.error("fault: {}", Faults.brief(failure));
        String kind = Faults.kindOf(failure);
        err.println(
                "jembatan: " + texts.map(known -> known.get(key(failure), kind)).orElse(kind));
        return Jembatan.FAULT;
    }

    private static String key(Exception failure) {
        if (Faults.isOfTheDisk(failure)) {
            return "cli.fault.disk";
        }
        return Faults.isOfTheDatabase(failure) ? "cli.fault.database" : "cli.fault";
    }

    /** In the reader's language: whoever edits an agreement is no reader of codes. */
    private static Messages messages(CommandLine command) {
        CommandLine top = command;
        while (top.getParent() != null) {
            top = top.getParent();
        }
        RootCommand root = top.getCommand();
        Settings settings = root.settings();
        return MessageFiles.load(settings.config(), settings.language());
    }
}
