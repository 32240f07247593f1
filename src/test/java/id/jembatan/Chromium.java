package id.jembatan;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The browser that prints pages in tests; where there is none, the test says how to get one. */
public final class Chromium {

    private static final Pattern PAGES = Pattern.compile("/Type\\s*/Pages\\b.*?/Count\\s+([0-9]+)", Pattern.DOTALL);

    private final String program;

    private Chromium(String program) {
        this.program = program;
    }

    /** Skips the test, in words, where no Chromium is installed. */
    public static Chromium assumed() {
        Optional<String> program = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(":", -1))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
        assumeTrue(program.isPresent(), "no Chromium: bin/install-test-tools installs it");
        return new Chromium(program.orElseThrow());
    }

    /** Where it lies. */
    public String program() {
        return program;
    }

    /** Prints the page on A4 as a clerk would, and answers on how many sheets. */
    public int print(Path page) throws IOException, InterruptedException {
        Path pdf = page.resolveSibling(page.getFileName() + ".pdf");
        Path profile = Files.createTempDirectory(page.getParent(), "profile");
        Process process = new ProcessBuilder(List.of(
                        program,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-pdf-header-footer",
                        "--user-data-dir=" + profile,
                        "--print-to-pdf=" + pdf,
                        page.toUri().toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Chromium did not print " + page.getFileName() + " in two minutes");
        }
        assertTrue(Files.exists(pdf), "Chromium printed nothing, exit " + process.exitValue());
        Matcher pages = PAGES.matcher(Files.readString(pdf, StandardCharsets.ISO_8859_1));
        assertTrue(pages.find(), "a PDF that counts its pages");
        return Integer.parseInt(pages.group(1));
    }
}
