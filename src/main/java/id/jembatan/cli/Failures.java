package id.jembatan.cli;

import id.jembatan.domain.AgreementsBroken;
import id.jembatan.domain.Messages;
import id.jembatan.pipeline.Faults;
import id.jembatan.pipeline.MessageFiles;
import id.jembatan.pipeline.Settings;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What a command says when it cannot: what is wrong and where, in words; never a stack of calls on the screen. */
final class Failures implements IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof Settings.Unusable unusable) {
            unusable.problems().forEach(problem -> err.println("jembatan: " + problem));
            return Jembatan.WRONG_USAGE;
        }
        if (failure instanceof AgreementsBroken broken) {
            Messages messages = messages(command);
            broken.problems().forEach(problem -> err.println("jembatan: " + problem.sentence(messages)));
            return Jembatan.WRONG_USAGE;
        }
        LOG.error("fault: {}", Faults.brief(failure));
        err.println("jembatan: "
                + (Faults.isOfTheDatabase(failure)
                        ? "the register cannot be reached, or cannot work now (jembatan.db.*)"
                        : failure.getClass().getSimpleName())
                + "; see the log");
        return Jembatan.FAULT;
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
