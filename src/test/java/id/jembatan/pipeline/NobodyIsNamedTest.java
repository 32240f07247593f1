package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.LoggedDrop.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** SPEC section 12: personal data is never in logs, {@code rows.csv}, {@code summary.json} and fault texts. */
class NobodyIsNamedTest {

    private static final Set<String> FOR_EVERYBODY = Set.of("summary.json", "rows.csv", "findings.csv", "fault.txt");
    private static final List<String> SYLLABLES = List.of("ZEF", "QUN", "XAB", "VOLY", "WEXO", "JIZU");

    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
    private final List<String> secrets = new ArrayList<>();

    @TempDir
    private Path home;

    @BeforeEach
    void listen() {
        heard.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(heard);
    }

    @AfterEach
    void stopListening() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(heard);
    }

    @Test
    void noLogAndNoMachineFileNamesAPersonWhateverGoesWrong() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            running.before("read-judge-rows", "judge-chunk", () -> {
                if (newest(running).receipt().file().startsWith("quoted")) {
                    throw new IllegalStateException("cannot judge " + secrets);
                }
                return running;
            });
            running.before("read-judge-rows", "begin-reading", () -> {
                if (newest(running).receipt().file().startsWith("lost")) {
                    Files.deleteIfExists(running.house()
                            .workspace()
                            .archived(
                                    newest(running).receipt().day(),
                                    newest(running).receipt().sha256()));
                }
                return running;
            });
            running.before("report-answer-drop", "to-write-reply", () -> {
                if (newest(running).receipt().file().startsWith("unanswered")) {
                    throw new IOException(running.of("reply", newest(running)) + " for " + secrets);
                }
                return running;
            });
            for (String name : List.of("sound", "quoted", "lost", "unanswered")) {
                running.drop(name + " " + nik(77) + ".csv", list(name));
                assertTrue(running.pass());
            }

            assertEquals(
                    List.of(Step.REPLIED, Step.PARKED, Step.PARKED, Step.PARKED),
                    running.drops().stream().map(LoggedDrop::step).toList());
        }

        assertNobodyIn("the log", logged());
        List<Path> files = machineFiles();
        assertEquals(3 + 3, files.size(), files.toString());
        for (Path file : files) {
            assertNobodyIn(file.getFileName().toString(), Files.readString(file));
        }
    }

    private static LoggedDrop newest(RunningHouse running) {
        return running.drops().get(running.drops().size() - 1);
    }

    /** Forty people: sound ones, one twice, and faults of all kinds in between. */
    private String list(String name) {
        secrets.add(nik(77));
        return IntStream.range(0, 40)
                .mapToObj(number -> row(name, number))
                .collect(Collectors.joining("\n", "NIK;NAMA;TANGGAL LAHIR;PEKERJAAN;NO HP\n", "\n"));
    }

    private String row(String name, int number) {
        String person = SYLLABLES.get(number % 6) + SYLLABLES.get(number / 6 % 6) + " " + name.toUpperCase(Locale.ROOT)
                + "IWATI";
        String phone = "0812" + (70_000_000 + number);
        secrets.addAll(List.of(nik(number), person, phone.substring(1)));
        String written = number % 7 == 3 ? nik(number).substring(0, 15) : nik(number);
        String born = number % 5 == 4 ? "31-02-1980" : "12-05-1980";
        return written + ";" + person + ";" + born + ";PETANI;" + phone;
    }

    private static String nik(int number) {
        return "920301120580" + (9_100 + number);
    }

    private String logged() {
        PatternLayout layout = new PatternLayout();
        layout.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        layout.setPattern("%logger %mdc %msg%n%ex{full}");
        layout.start();
        String text = heard.list.stream().map(layout::doLayout).collect(Collectors.joining());
        assertTrue(text.contains("parked"), "the faults were logged");
        return text;
    }

    private List<Path> machineFiles() {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(file -> FOR_EVERYBODY.contains(file.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The message does not quote what was found: it would be the next place that names somebody. */
    private void assertNobodyIn(String where, String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        for (int i = 0; i < secrets.size(); i++) {
            assertFalse(upper.contains(secrets.get(i)), where + " names secret " + i);
        }
    }
}
