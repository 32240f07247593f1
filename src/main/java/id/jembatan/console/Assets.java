package id.jembatan.console;

import id.jembatan.pipeline.WebAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What pages load: our style, and htmx as its webjar holds it. Nothing comes from elsewhere. */
final class Assets {

    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final Map<String, WebAnswer> byName = Map.of(
            "style.css", load("/console/style.css", "text/css; charset=utf-8"),
            "icon.svg", load("/console/icon.svg", "image/svg+xml"),
            "htmx.js", load("/META-INF/resources/webjars/htmx.org/2.0.7/dist/htmx.min.js", SCRIPT));

    Optional<WebAnswer> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static WebAnswer load(String resource, String type) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not in this package: " + resource);
            }
            return WebAnswer.text(200, type, new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .with("Cache-Control", "private, max-age=3600");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
