package id.jembatan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read beside the program: it prints on as many sheets as it says, and leads nowhere that is not there. */
class GuidesTest {

    private static final Path DOCS = Path.of("docs");
    private static final Pattern LINK =
            Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)|(?:src|href)=\"([^\"#]+)(?:#[^\"]*)?\"");

    @ParameterizedTest
    @ValueSource(strings = {"petugas.html", "cabang.html"})
    void aPrintedGuideTakesTwoSheets(String guide, @TempDir Path folder) throws Exception {
        Chromium chromium = Chromium.assumed();
        for (String part : List.of("guides/" + guide, "guides/style.css")) {
            Files.createDirectories(folder.resolve("guides"));
            Files.copy(DOCS.resolve(part), folder.resolve(part));
        }
        Files.createDirectory(folder.resolve("images"));
        try (Stream<Path> images = Files.list(DOCS.resolve("images"))) {
            for (Path image : images.toList()) {
                Files.copy(image, folder.resolve("images").resolve(image.getFileName()));
            }
        }

        assertEquals(2, chromium.print(folder.resolve("guides").resolve(guide)));
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                String target = link.group(1) == null ? link.group(2) : link.group(1);
                if (target.contains(":")) {
                    continue;
                }
                links++;
                if (!Files.exists(page.toAbsolutePath().resolveSibling(target))) {
                    broken.add(page + ": " + target);
                }
            }
        }

        assertEquals(List.of(), broken);
        assertTrue(links > 30, "links found: " + links);
    }

    @Test
    void everyPictureIsShown() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path page : pages()) {
            all.append(Files.readString(page));
        }
        try (Stream<Path> images = Files.list(DOCS.resolve("images"))) {
            images.map(image -> "images/" + image.getFileName())
                    .forEach(image -> assertTrue(all.indexOf(image) >= 0, image));
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(DOCS);
                Stream<Path> top = Files.list(Path.of("."))) {
            return Stream.concat(docs, top)
                    .filter(file ->
                            file.toString().endsWith(".md") || file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }
}
