package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code --help} of every command shows lines that can be typed as they stand, and a shell can complete them. */
class HelpShowsTheWayTest {

    private static final Pattern WORD = Pattern.compile("'[^']*'|[^ ]+");

    @Test
    void everyCommandHasExamplesThatItUnderstands() {
        List<String> wrong = new ArrayList<>();
        for (CommandLine command : all(root())) {
            String[] footer = command.getCommandSpec().usageMessage().footer();
            if (footer.length == 0) {
                wrong.add(command.getCommandSpec().qualifiedName() + " has no example");
            }
            for (String example : footer) {
                if (example.startsWith("jembatan ")) {
                    wrong.addAll(misunderstood(command, example));
                }
            }
        }

        assertEquals(List.of(), wrong);
    }

    /** What is sent to a file or read from one is the shell's. */
    private static List<String> misunderstood(CommandLine command, String example) {
        List<String> words = WORD.matcher(example.replaceAll(" [<>] .*", ""))
                .results()
                .map(MatchResult::group)
                .map(word -> word.replace("'", ""))
                .toList();
        CommandLine line = root();
        try {
            CommandLine.ParseResult parsed =
                    line.parseArgs(words.subList(1, words.size()).toArray(String[]::new));
            String asked = parsed.asCommandLineList()
                    .get(parsed.asCommandLineList().size() - 1)
                    .getCommandSpec()
                    .qualifiedName();
            return asked.startsWith(command.getCommandSpec().qualifiedName())
                    ? List.of()
                    : List.of(example + " is an example of " + asked);
        } catch (CommandLine.ParameterException e) {
            return List.of(example + ": " + e.getMessage());
        }
    }

    @Test
    void helpHasItsExamplesUnderAHeadingInBothLanguages() {
        String indonesian = Told.by("enrol", "--help").out();
        String english =
                Told.by("--set", "jembatan.language=en", "enrol", "--help").out();

        assertTrue(indonesian.contains("\nContoh:\njembatan enrol\n"), indonesian);
        assertTrue(english.contains("\nExamples:\njembatan enrol\n"), english);
    }

    @Test
    void bashCompletesCommandsAndOptions(@TempDir Path folder) throws Exception {
        Path script = Files.writeString(
                folder.resolve("completion"), Told.by("completion").out());

        assertEquals(Set.of("self-test", "doctor"), intersect(complete(script, "jembatan", ""), "self-test", "doctor"));
        assertTrue(complete(script, "jembatan", "stat").contains("status"));
        assertTrue(complete(script, "jembatan", "status", "--d").contains("--day"));
        assertTrue(complete(script, "jembatan", "agreements", "").contains("check"));
    }

    private static Set<String> intersect(Set<String> words, String... wanted) {
        words.retainAll(Set.of(wanted));
        return words;
    }

    private static Set<String> complete(Path script, String... words) throws Exception {
        String line =
                "source " + script + "; COMP_WORDS=(" + String.join(" ", words).strip()
                        + (words[words.length - 1].isEmpty() ? " ''" : "") + "); COMP_CWORD=" + (words.length - 1)
                        + "; COMP_LINE='" + String.join(" ", words)
                        + "'; _complete_jembatan; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder("/bin/bash", "--norc", "-c", line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String offered = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(bash.waitFor(60, TimeUnit.SECONDS));
        return new TreeSet<>(List.of(offered.split("\\s+")));
    }

    private static CommandLine root() {
        return new CommandLine(new RootCommand(Instant.now()));
    }

    private static List<CommandLine> all(CommandLine root) {
        List<CommandLine> all = new ArrayList<>();
        for (CommandLine command :
                new java.util.LinkedHashSet<>(root.getSubcommands().values())) {
            all.add(command);
            all.addAll(all(command));
        }
        return all;
    }
}
