package id.jembatan.console;

import id.jembatan.pipeline.WebAnswer;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every answer tells the browser not to do. */
final class Headers {

    /** Of a receipt that is shown in the browser: it brings its own style, and nothing else acts. */
    static final String OF_A_REPLY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    private static final String POLICY = "Content-Security-Policy";

    private static final Map<String, String> ALWAYS = Map.of(
            POLICY,
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()",
            "Cache-Control",
            "no-store");

    private Headers() {}

    /** With what an answer says otherwise. */
    static WebAnswer onto(WebAnswer answer, boolean secure) {
        Map<String, String> all = new LinkedHashMap<>(ALWAYS);
        if (secure) {
            all.put("Strict-Transport-Security", "max-age=31536000");
        }
        all.putAll(answer.headers());
        return new WebAnswer(answer.status(), all, answer.cookies(), answer.text(), answer.file());
    }
}
