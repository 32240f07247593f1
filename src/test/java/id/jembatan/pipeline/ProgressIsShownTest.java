package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.console.Console;
import id.jembatan.console.Visitor;
import id.jembatan.domain.Account;
import id.jembatan.domain.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody looks at the page of a drop while the service has it in hand, in the embedded register of the same process. */
class ProgressIsShownTest {

    private static final String PASSWORD = "kuda laut makan nasi";

    @TempDir
    private Path home;

    @Test
    void aDropInHandTellsHowFarItIsAndADoneOneLoadsItsPageAnew() throws Exception {
        try (RunningHouse running = new RunningHouse(home, Map.of("jembatan.console.port", "0"))) {
            int port = Console.open(running.house(), running.service(), Clock.systemUTC())
                    .orElseThrow()
                    .getPort();
            Accounts accounts = running.house().accounts();
            accounts.put(new Account("ani", Role.OPERATOR, Optional.empty(), Set.of(), 0), Instant.now());
            accounts.choosePassword("ani", PASSWORD);
            Visitor ani = new Visitor(port);
            assertEquals(303, ani.signIn("ani", PASSWORD).statusCode());
            List<HttpResponse<String>> seen = new ArrayList<>();
            running.before("read-judge-rows", "finish-reading", () -> seen.add(ani.get("/drops/1/progress")));
            running.before("settle-place-people", "settle-rows", () -> seen.add(ani.get("/drops/1/progress")));
            running.before("settle-place-people", "settle-rows", () -> seen.add(ani.get("/drops/1")));

            running.drop("daftar.csv", "NIK;NAMA;TANGGAL LAHIR\n9203011205809401;UDIN WAGAB;12-05-1980\n");
            assertTrue(running.pass());
            HttpResponse<String> done = ani.get("/drops/1/progress");

            assertTrue(
                    seen.get(0).body().contains("1 dari 1 baris dibaca"),
                    seen.get(0).body());
            assertTrue(
                    seen.get(0).body().contains("value=\"1\" max=\"1\""),
                    seen.get(0).body());
            assertTrue(seen.get(0).headers().firstValue("HX-Refresh").isEmpty());
            assertTrue(
                    seen.get(1).body().contains("menunggu giliran dinilai"),
                    seen.get(1).body());
            assertTrue(
                    seen.get(2).body().contains("hx-get=\"/drops/1/progress\""),
                    seen.get(2).body());
            assertEquals("true", done.headers().firstValue("HX-Refresh").orElse(""));
        }
    }
}
