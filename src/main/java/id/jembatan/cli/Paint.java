package id.jembatan.cli;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Colour where there is a terminal that wants it (NO_COLOR says that it does not), and the bare text elsewhere. */
final class Paint {

    private final boolean terminal;

    private Paint(boolean terminal) {
        this.terminal = terminal;
    }

    static Paint ofTerminal() {
        return new Paint(Ansi.AUTO.enabled());
    }

    String heading(String text) {
        return in(Style.bold, text);
    }

    /** All is well. */
    String good(String text) {
        return in(Style.fg_green, text);
    }

    /** Somebody has something to decide or to repair. */
    String open(String text) {
        return in(Style.fg_yellow, text);
    }

    /** Something stands still. */
    String bad(String text) {
        return in(Style.fg_red, text);
    }

    /** Ended by a reset: what picocli has for the end of bold underlines twice on today's terminals. */
    private String in(Style style, String text) {
        return terminal && !text.isEmpty() ? style.on() + text + Style.reset.on() : text;
    }
}
