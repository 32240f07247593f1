package id.jembatan.cli;

import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command line that cannot be understood: one line, and where the help is. */
final class WrongUsage implements IParameterExceptionHandler {

    private final Optional<Texts> texts;

    WrongUsage(Optional<Texts> texts) {
        this.texts = texts;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String help = command.getCommandSpec().qualifiedName() + " --help";
        command.getErr()
                .println("jembatan: "
                        + texts.map(known -> sentence(known, failure) + " " + known.get("cli.usage.help", help))
                                .orElseGet(() -> firstLine(failure)));
        return Jembatan.WRONG_USAGE;
    }

    private static String sentence(Texts texts, ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return texts.get("cli.usage.unknown", String.join(" ", unmatched.getUnmatched()));
        }
        if (failure instanceof MissingParameterException missing) {
            return texts.get(
                    "cli.usage.missing",
                    missing.getMissing().stream().map(WrongUsage::name).collect(Collectors.joining(", ")));
        }
        ArgSpec argument = failure.getArgSpec();
        return argument == null ? firstLine(failure) : texts.get("cli.usage.value", name(argument));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
    }

    private static String firstLine(ParameterException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
