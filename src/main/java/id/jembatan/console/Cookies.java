package id.jembatan.console;

import java.time.Duration;

/** The two cookies: who is signed in, and what a sign-in form carries before anybody is. No script ever reads them. */
final class Cookies {

    private final boolean secure;

    Cookies(boolean secure) {
        this.secure = secure;
    }

    /** With TLS the name itself keeps other hosts and plain connections from setting it. */
    String session() {
        return secure ? "__Host-jembatan" : "jembatan";
    }

    String form() {
        return secure ? "__Host-jembatan-form" : "jembatan-form";
    }

    /** Until the browser is closed, or the session is over. */
    String of(String name, String value) {
        return name + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }

    String forget(String name) {
        return of(name, "") + "; Max-Age=" + Duration.ZERO.toSeconds();
    }
}
