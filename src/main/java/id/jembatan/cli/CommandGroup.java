package id.jembatan.cli;

/** A word before several commands, and no command itself. */
abstract class CommandGroup extends SubCommand {

    @Override
    public final Integer call() {
        throw root().asksWhichCommand(line());
    }
}
