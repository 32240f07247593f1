package id.jembatan;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Messages;
import id.jembatan.pipeline.MessageFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an operator can set is explained, and what a person reads is written in both languages. */
class ConfigIsDocumentedTest {

    private static final Path CONFIG = Path.of("config");
    private static final Path CODE = Path.of("src/main/java");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern SETTING =
            Pattern.compile("\"(jembatan\\.[a-z0-9.-]+)\"|\\{\\{(jembatan\\.[a-z0-9.-]+)}}");
    /** The launcher's own, no setting: where the product lies, and when it was called. */
    private static final Set<String> NO_SETTING = Set.of("jembatan.root", "jembatan.started");

    @Test
    void everySettingThatIsReadIsInTheFileAndTheOtherWayRound() {
        Set<String> used = new TreeSet<>();
        Stream.concat(code(), RoutesReadWellTest.files(Path.of("routes"), ".yaml"))
                .forEach(file -> SETTING.matcher(RoutesReadWellTest.text(file))
                        .results()
                        .forEach(hit -> used.add(hit.group(1) == null ? hit.group(2) : hit.group(1))));
        used.removeAll(NO_SETTING);

        assertEquals(SettingsFile.keys(), used);
    }

    @Test
    void everySettingIsExplained() {
        assertEquals(List.of(), SettingsFile.unexplained());
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertEquals(catalogue("id").keySet(), catalogue("en").keySet());
    }

    @Test
    void noTextIsEmpty() {
        for (String language : List.of("id", "en")) {
            catalogue(language).forEach((key, text) -> assertTrue(!text.isBlank(), language + ": " + key));
        }
    }

    @Test
    void bothLanguagesNameTheSameArguments() {
        Map<String, String> english = catalogue("en");
        assertAll(catalogue("id").entrySet().stream()
                .map(text -> () -> assertEquals(
                        arguments(text.getValue()),
                        arguments(english.getOrDefault(text.getKey(), "")),
                        text.getKey())));
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        Pattern.compile("\\{\\d}").matcher(text).results().forEach(hit -> found.add(hit.group()));
        return found;
    }

    @Test
    void everyTextThatTheCodeAsksForIsThere() {
        Set<String> keys = catalogue("id").keySet();
        String rooms = String.join(
                "|",
                new TreeSet<>(keys.stream()
                        .map(key -> key.substring(0, key.indexOf('.')))
                        .toList()));
        Pattern asked = Pattern.compile("[\"']((?:" + rooms + ")\\.[A-Za-z0-9_.-]*)[\"'](\\s*[+~])?");
        Stream<Path> askers = Stream.concat(
                code(), RoutesReadWellTest.files(TEMPLATES, ".peb").filter(file -> !file.toString()
                        .contains(".css")));

        assertAll(askers.map(file -> () -> {
            Matcher literal = asked.matcher(RoutesReadWellTest.text(file));
            while (literal.find()) {
                String key = literal.group(1);
                boolean beginning = literal.group(2) != null || key.endsWith(".");
                assertTrue(
                        beginning ? keys.stream().anyMatch(each -> each.startsWith(key)) : keys.contains(key),
                        file.getFileName() + " asks for " + key);
            }
        }));
    }

    private static Stream<Path> code() {
        return RoutesReadWellTest.files(CODE, ".java");
    }

    private static Map<String, String> catalogue(String language) {
        Messages messages = MessageFiles.load(CONFIG, language);
        return new TreeMap<>(messages.texts());
    }
}
