package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} says where its console is, and it is there. */
class ConsoleIsServedTest {

    private static final Pattern ADDRESS = Pattern.compile("console: (http://127\\.0\\.0\\.1:[0-9]+/)");

    @TempDir
    private Path folder;

    @Test
    void theLogNamesTheAddress() throws Exception {
        try (RunningService service = RunningService.on("2025-06-02", folder.resolve("home"), Map.of())) {
            Matcher said = ADDRESS.matcher(service.said());
            assertTrue(said.find(), service.said());

            HttpRequest signIn = HttpRequest.newBuilder(URI.create(said.group(1) + "sign-in"))
                    .build();
            assertEquals(
                    200,
                    HttpClient.newHttpClient()
                            .send(signIn, BodyHandlers.discarding())
                            .statusCode());
        }
    }
}
