package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.jembatan.pipeline.House;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** What an operator is told of agreements that do not come out, by the check and at every start (SPEC section 3). */
class AgreementsAreProvedTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void copyTheConfiguration() throws IOException {
        Path shipped = Path.of("config");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve("config").resolve(shipped.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void theMisprintedBudgetIsAWarningThatNamesBothFigures() throws IOException {
        change("budget: 2016000000", "budget: 2016000");

        int code = run("agreements", "check");

        assertEquals(Jembatan.TO_REPAIR, code);
        String warning = out.toString()
                .lines()
                .filter(line -> line.startsWith("WARNING"))
                .findFirst()
                .orElse("");
        assertTrue(warning.contains("Rp 2.016.000 ") && warning.contains("Rp 2.016.000.000"), warning);
    }

    @Test
    void theMisprintedBudgetIsSaidAtEveryStartAndStopsNothing() throws IOException {
        change("budget: 2016000000", "budget: 2016000");
        Logger logger = (Logger) LoggerFactory.getLogger(House.class);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        logger.addAppender(heard);

        int code = run("status");
        logger.detachAppender(heard);

        assertEquals(Jembatan.DONE, code);
        List<String> said =
                heard.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertEquals(1, said.size());
        assertTrue(said.get(0).startsWith("9203/pekerja-rentan-2025: Anggaran Rp 2.016.000 "), said.get(0));
    }

    @Test
    void anAgreementThatCannotBeUsedIsExplainedInTheReadersLanguage() throws IOException {
        change("id: non-asn-2025", "id: pekerja-rentan-2025");

        int code = run("agreements", "check");

        assertEquals(Jembatan.WRONG_USAGE, code);
        assertTrue(err.toString().contains("baris 31"), err.toString());
        assertTrue(!err.toString().contains("ID_TWICE"), err.toString());
    }

    private void change(String from, String to) throws IOException {
        Path file = folder.resolve("config/regencies/9203-fakfak.yaml");
        String text = Files.readString(file);
        assertTrue(text.contains(from));
        Files.writeString(file, text.replace(from, to));
    }

    private int run(String... command) {
        List<String> home = List.of(
                "--home", folder.resolve("home").toString(),
                "--config", folder.resolve("config").toString(),
                "--set", "jembatan.today=2025-05-01");
        return new CommandLine(new RootCommand(java.time.Instant.now()))
                .setExecutionExceptionHandler(new Failures(java.util.Optional.empty()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(home.stream(), Stream.of(command)).toArray(String[]::new));
    }
}
