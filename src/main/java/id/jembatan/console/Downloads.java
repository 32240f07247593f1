package id.jembatan.console;

import id.jembatan.pipeline.WebAnswer;
import java.nio.file.Path;

/** A file of a reply as it is given out: a page is shown without any right to act, all else is saved. */
final class Downloads {

    private static final String HTML = ".html";

    private Downloads() {}

    static WebAnswer of(Path file, String name) {
        WebAnswer answer = WebAnswer.file(typeOf(name), file);
        return name.endsWith(HTML)
                ? answer.with("Content-Security-Policy", Headers.OF_A_REPLY)
                : answer.with(
                        "Content-Disposition",
                        "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "_") + "\"");
    }

    private static String typeOf(String name) {
        if (name.endsWith(HTML)) {
            return "text/html; charset=utf-8";
        }
        if (name.endsWith(".csv")) {
            return "text/csv; charset=utf-8";
        }
        return name.endsWith(".json") ? "application/json" : "application/octet-stream";
    }
}
