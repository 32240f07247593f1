package id.jembatan.cli;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** Prints what a shell (bash, zsh) must read to complete commands and options. */
@Command(
        name = "completion",
        footer = {"source <(jembatan completion)", "jembatan completion > /etc/bash_completion.d/jembatan"})
final class CompletionCommand extends SubCommand {

    @Override
    public Integer call() {
        PrintWriter out = out();
        out.print(AutoComplete.bash("jembatan", line().getParent()));
        out.flush();
        return Jembatan.DONE;
    }
}
