package id.jembatan.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody without a browser: sends what they like, and keeps cookies only where they wish to. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "batas";

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final int port;
    private final Map<String, String> cookies = new TreeMap<>();

    Visitor(OpenConsole console) {
        this(console.port());
    }

    /** At the console of that port of this machine. */
    public Visitor(int port) {
        this.port = port;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public HttpResponse<String> get(String address, String... headers) throws Exception {
        return send(request(address, headers).GET());
    }

    public HttpResponse<String> post(String address, Map<String, String> form, String... headers) throws Exception {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(address, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** A form with a file, as browsers send it. */
    HttpResponse<String> upload(Map<String, String> form, String fileName, byte[] content) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : form.entrySet()) {
            part(body, "name=\"" + field.getKey() + "\"", field.getValue().getBytes(UTF_8));
        }
        part(body, "name=\"file\"; filename=\"" + fileName + "\"\r\nContent-Type: text/csv", content);
        body.write(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return send(request("/upload")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) throws IOException {
        body.write(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n").getBytes(UTF_8));
        body.write(content);
        body.write("\r\n".getBytes(UTF_8));
    }

    HttpRequest.Builder request(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(line -> {
            String cookie = line.substring(0, line.indexOf(';'));
            cookies.put(cookie.substring(0, cookie.indexOf('=')), cookie.substring(cookie.indexOf('=') + 1));
        });
        return answer;
    }

    byte[] bytes(String address) throws Exception {
        return http.send(request(address).GET().build(), BodyHandlers.ofByteArray())
                .body();
    }

    public HttpResponse<String> signIn(String name, String password) throws Exception {
        String token = tokenOf(get("/sign-in"));
        return post("/sign-in", Map.of("token", token, "name", name, "password", password));
    }

    /** What the forms of that page carry. */
    public String token(String address) throws Exception {
        return tokenOf(get(address));
    }

    static String tokenOf(HttpResponse<String> page) {
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new AssertionError("no form: " + page.statusCode() + " " + page.body());
        }
        return token.group(1);
    }
}
