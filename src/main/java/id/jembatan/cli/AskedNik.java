package id.jembatan.cli;

import id.jembatan.domain.Messages;
import id.jembatan.domain.NationalId;
import id.jembatan.pipeline.Settings;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A NIK that is asked for, or read from standard input: on a command line others could read it. */
final class AskedNik {

    private final Messages messages;

    AskedNik(Messages messages) {
        this.messages = messages;
    }

    /** The NIK, with blanks, dots and dashes between its digits or without. */
    NationalId ask() throws IOException {
        String typed = read();
        String digits = typed == null ? "" : typed.replaceAll("[ .\\-\u00a0]", "");
        if (!digits.matches("[1-9][0-9]{15}")) {
            throw new Settings.Unusable(messages.get("cli.nik.unusable"));
        }
        return new NationalId(Long.parseLong(digits));
    }

    @SuppressWarnings("SystemConsoleNull") // we run on 17, where it is null unless somebody looks
    private @Nullable String read() throws IOException {
        Console console = System.console();
        if (console != null) {
            return console.readLine("%s ", messages.get("cli.nik.ask"));
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return in.readLine();
    }
}
