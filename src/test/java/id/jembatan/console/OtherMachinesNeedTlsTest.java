package id.jembatan.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.pipeline.Unusable;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console beyond this machine: with a key, or not at all. */
class OtherMachinesNeedTlsTest {

    private static final String SECRET = "rahasia-kunci";

    @TempDir
    private Path folder;

    @Test
    void withAKeyPagesAreEncryptedAndCookiesNeverLeaveInTheClear() throws Exception {
        Path keys = newKey();
        try (OpenConsole console = new OpenConsole(
                folder.resolve("home"),
                Map.of(
                        "jembatan.console.host",
                        "0.0.0.0",
                        "jembatan.console.tls.keystore",
                        keys.toString(),
                        "jembatan.console.tls.password",
                        SECRET))) {
            HttpResponse<String> page = HttpClient.newBuilder()
                    .sslContext(trusting(keys))
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create("https://localhost:" + console.port() + "/sign-in"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertEquals(200, page.statusCode());
            assertEquals("TLSv1.3", page.sslSession().orElseThrow().getProtocol());
            String cookie = page.headers().firstValue("Set-Cookie").orElse("");
            assertTrue(
                    cookie.matches("__Host-jembatan-form=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict; Secure"),
                    cookie);
            assertEquals(
                    "max-age=31536000",
                    page.headers().firstValue("Strict-Transport-Security").orElse(""));
        }
    }

    @Test
    void withoutOneNothingIsOpenedToThem() {
        Map<String, String> open = Map.of("jembatan.console.host", "0.0.0.0");

        Unusable refused = assertThrows(Unusable.class, () -> new OpenConsole(folder.resolve("open"), open).close());

        assertEquals("jembatan.console.host: OPEN_DOOR jembatan.console.tls.keystore", refused.getMessage());
    }

    private Path newKey() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "console",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=DNS:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        SECRET)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, keytool.waitFor());
        return keys;
    }

    private static SSLContext trusting(Path keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, SECRET.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("console", store.getCertificate("console"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
