package id.jembatan.pipeline;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Locale;

/** What may come in, told by the head of a request before any of its body is read: small forms, and files of who may send them. */
final class RequestHeads {

    /** Bytes of a form with a reason of some thousand letters. */
    static final long LARGEST_FORM = 65_536;

    /** The only address that takes files. */
    private static final String UPLOADS = "/upload";

    private final WebVisitors visitors;
    private final long largestUpload;

    RequestHeads(WebVisitors visitors, long largestUpload) {
        this.visitors = visitors;
        this.largestUpload = largestUpload;
    }

    /** The status with which it is turned away; 0 when it may come in. */
    int refusal(HttpServerRequest request) {
        HttpMethod method = request.method();
        if (method.equals(HttpMethod.GET)) {
            return 0;
        }
        if (!method.equals(HttpMethod.POST)) {
            return 405;
        }
        String told = request.getHeader("Content-Length");
        String length = told == null && isWithoutBody(request) ? "0" : told;
        if (length == null || !length.matches("[0-9]{1,18}")) {
            return 411;
        }
        String type = request.headers().get("Content-Type");
        String kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (request.path().equals(UPLOADS) && kind.startsWith("multipart/form-data")) {
            Cookie session = request.getCookie(visitors.sessionCookie());
            if (session == null || !visitors.isSending(session.getValue())) {
                return 403;
            }
            return Long.parseLong(length) > largestUpload ? 413 : 0;
        }
        if (told != null && !kind.startsWith("application/x-www-form-urlencoded")) {
            return 415;
        }
        return Long.parseLong(length) > LARGEST_FORM ? 413 : 0;
    }

    /** Only a request of HTTP/1 says so by its head; one of HTTP/2 may bring any number of bytes. */
    private static boolean isWithoutBody(HttpServerRequest request) {
        return request.version() != HttpVersion.HTTP_2 && request.getHeader("Transfer-Encoding") == null;
    }
}
