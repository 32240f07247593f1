package id.jembatan.cli;

import id.jembatan.domain.Messages;
import id.jembatan.domain.NationalId;
import id.jembatan.pipeline.EndPerson;
import id.jembatan.pipeline.Unusable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** A NIK that is asked for, and never stands on the command line: other users of the machine see those. */
final class TypedNik {

    private TypedNik() {}

    /** The first line of standard input; a person at a terminal is asked for it. */
    @SuppressWarnings("SystemConsoleNull") // we run on 17, where it is null unless somebody types
    static NationalId ask(PrintWriter err, Messages messages) throws IOException {
        if (System.console() != null) {
            err.print(messages.get("cli.nik") + ": ");
            err.flush();
        }
        // standard input is the process's, and is not closed here
        BufferedReader typed = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = typed.readLine();
        return EndPerson.parse(line == null ? "" : line).orElseThrow(() -> new Unusable(messages.get("cli.nik.none")));
    }
}
