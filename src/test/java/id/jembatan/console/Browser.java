package id.jembatan.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import id.jembatan.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The installed Chromium, in which the console is used and looked at. */
final class Browser implements AutoCloseable {

    /** A small telephone, a tablet, a screen on a desk. */
    private static final int[] WIDTHS = {360, 768, 1280};

    private static final Path PICTURES = Path.of("target/console-pictures");

    /** Of what harms somebody, nothing; axe calls these two so. */
    private static final String SERIOUS = """
            async () => (await axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})).violations
                .filter(one => one.impact === 'serious' || one.impact === 'critical')
                .map(one => one.id + ': ' + one.nodes.map(node => node.target.join(' ')).join(', '))
            """;

    private static final Pattern STATUS = Pattern.compile("responded with a status of ([0-9]{3})");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final BrowserContext context;
    private final Page page;
    private final String axe;
    private final List<Object> complaints = new ArrayList<>();

    /** Skips the test, in words, where no Chromium is installed. */
    Browser(String address) throws IOException {
        String program = Chromium.assumed().program();
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(program))
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"))
                        .setTimeout(120_000));
        this.context = chromium.newContext(new NewContextOptions().setBaseURL(address));
        this.page = context.newPage();
        page.setDefaultTimeout(120_000);
        page.onConsoleMessage(said -> {
            if (said.type().equals("error")) {
                Matcher status = STATUS.matcher(said.text());
                complaints.add(status.find() ? (Object) Integer.valueOf(status.group(1)) : said.text());
            }
        });
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            this.axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Files.createDirectories(PICTURES);
    }

    Page page() {
        return page;
    }

    /** What the browser itself complained of: the number of an answer, a script or style that the policy keeps out. */
    List<Object> complaints() {
        return complaints;
    }

    /** Takes pictures of the page as it stands, by day and by night, and proves that everybody can read it. */
    void look(String name) {
        page.evaluate(axe);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : WIDTHS) {
                page.setViewportSize(width, 800);
                assertTrue(
                        (Boolean) page.evaluate(
                                "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                        name + " is wider than " + width);
                if (scheme == ColorScheme.LIGHT || width == 1280) {
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(PICTURES.resolve(
                                    name + "-" + width + (scheme == ColorScheme.DARK ? "-dark" : "") + ".png"))
                            .setFullPage(true));
                }
            }
            assertEquals(List.of(), page.evaluate(SERIOUS), name + " " + scheme);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** Takes pictures of a page to print, and proves that everybody can read it: of a copy, for on the page itself no script may act. */
    void picture(String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 800);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(name + "-" + width + ".png"))
                    .setFullPage(true));
        }
        prove(name, context.request().get(page.url()).text());
    }

    /** Proves that everybody can read a page that is given out as a file. */
    void prove(String name, String html) {
        try (Page copy = context.newPage()) {
            copy.setContent(html);
            copy.evaluate(axe);
            assertEquals(List.of(), copy.evaluate(SERIOUS), name);
        }
    }

    @Override
    public void close() {
        context.close();
        chromium.close();
        playwright.close();
    }
}
