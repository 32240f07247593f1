package id.jembatan.pipeline;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the console answers.
 *
 * @param headers besides those of the body
 * @param cookies whole Set-Cookie lines
 * @param text the body, unless it is a file
 * @param file sent as it lies
 */
public record WebAnswer(
        int status, Map<String, String> headers, List<String> cookies, String text, Optional<Path> file) {

    public WebAnswer {
        headers = Map.copyOf(headers);
        cookies = List.copyOf(cookies);
    }

    /** A page. */
    public static WebAnswer page(int status, String html) {
        return text(status, "text/html; charset=utf-8", html);
    }

    /** Text of some kind. */
    public static WebAnswer text(int status, String type, String text) {
        return new WebAnswer(status, Map.of("Content-Type", type), List.of(), text, Optional.empty());
    }

    /** A file of some kind. */
    public static WebAnswer file(String type, Path file) {
        return new WebAnswer(200, Map.of("Content-Type", type), List.of(), "", Optional.of(file));
    }

    /** Look there instead. */
    public static WebAnswer seeOther(String address) {
        return new WebAnswer(303, Map.of("Location", address), List.of(), "", Optional.empty());
    }

    /** The same with another header. */
    public WebAnswer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new WebAnswer(status, more, cookies, text, file);
    }

    /** The same with another cookie. */
    public WebAnswer withCookie(String cookie) {
        List<String> more = new ArrayList<>(cookies);
        more.add(cookie);
        return new WebAnswer(status, headers, more, text, file);
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "answer " + status;
    }
}
