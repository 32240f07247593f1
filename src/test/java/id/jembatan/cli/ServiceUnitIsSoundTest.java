package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The unit for systemd starts a command that there is, may write its home and nothing else, and is understood by systemd. */
class ServiceUnitIsSoundTest {

    private static final Path UNIT = Path.of("packaging/jembatan.service");
    private static final String ANALYZE = "systemd-analyze";

    @Test
    void itRunsInTheOnlyFolderThatItMayWrite() throws IOException {
        String[] words = value("ExecStart").split(" ");

        CommandLine.ParseResult parsed = new CommandLine(new RootCommand(Instant.now()))
                .parseArgs(List.of(words).subList(1, words.length).toArray(String[]::new));

        assertEquals("/opt/jembatan/bin/jembatan", words[0]);
        assertEquals("run", parsed.subcommand().commandSpec().name());
        assertEquals(Path.of(value("ReadWritePaths")), parsed.matchedOptionValue("--home", Path.of("")));
        assertEquals(value("ReadWritePaths"), value("RequiresMountsFor"));
        assertEquals(Integer.toString(Jembatan.WRONG_USAGE), value("RestartPreventExitStatus"));
    }

    private static String value(String key) throws IOException {
        List<String> values = Files.readAllLines(UNIT).stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .toList();
        assertEquals(1, values.size(), key);
        return values.get(0);
    }

    @Test
    void systemdUnderstandsItAndFindsLittleExposed(@TempDir Path folder) throws Exception {
        assumeTrue(run("--version").exit() == 0, "NOT TRIED: there is no systemd-analyze");
        Path unit = Files.writeString(
                folder.resolve("jembatan.service"),
                Files.readString(UNIT)
                        .replace("/opt/jembatan", Path.of("").toAbsolutePath().toString())
                        .replaceAll("(?m)^(Documentation|RequiresMountsFor)=.*\\R", ""));

        Said verified = run("verify", unit.toString());
        Said secure = run("security", "--offline=true", "--threshold=20", UNIT.toString());

        assertEquals("", verified.text());
        assertEquals(0, secure.exit(), secure.text());
    }

    private record Said(int exit, String text) {}

    private static Said run(String... words) throws InterruptedException {
        String[] command = new String[words.length + 1];
        command[0] = ANALYZE;
        System.arraycopy(words, 0, command, 1, words.length);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            return new Said(process.exitValue(), text);
        } catch (IOException noSuchProgram) {
            return new Said(-1, "");
        }
    }
}
