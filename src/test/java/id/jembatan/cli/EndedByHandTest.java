package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndedByHandTest {

    private static final String UDIN = "9203011205809001";
    private static final String DEWI = "9203011205809011";
    private static final String NOBODY = "9203011205809021";

    @TempDir
    Path home;

    @BeforeEach
    void twoPeopleAreEnrolled() throws IOException {
        Path folder = Files.createDirectories(home.resolve("drop/9203-fakfak/pekerja-rentan-2025"));
        Files.writeString(
                folder.resolve("daftar.csv"),
                "NIK,NAMA,TANGGAL LAHIR\n" + UDIN + ",UDIN WAGAB,12-05-1980\n" + DEWI + ",DEWI HEREMBA,12-05-1980\n");
        assertEquals(Jembatan.DONE, Told.on("2025-06-02", home, "ingest").exit());
    }

    @Test
    void onePersonIsEndedAndTheJournalKnowsByWhomButNotWho() throws IOException {
        Told ended =
                end("9203 0112 0580-9001\n", "--reason", "Meninggal dunia", "--date", "2025-06-01", "--as", "budi");

        assertEquals(Jembatan.DONE, ended.exit(), ended.err());
        assertEquals(
                "************9001 berhenti dari 9203/pekerja-rentan-2025: meninggal, pada 2025-06-01.",
                ended.out().strip());
        String record = record("\"kind\":\"ended\"");
        assertTrue(record.contains("\"by\":\"budi\"") && record.contains("\"reason\":\"DIED\""), record);
        assertFalse(record.contains(UDIN), record);
        assertTrue(status().contains("\"staged\" : 1"), status());
    }

    @Test
    void aRebuiltRegisterHasEndedThePersonToo() throws IOException {
        end(UDIN, "--reason", "pindah");
        String before = status();

        Told rebuilt = Told.on("2025-06-03", home, "rebuild", "--force");

        assertEquals(Jembatan.DONE, rebuilt.exit(), rebuilt.err());
        assertEquals(before, status());
    }

    @Test
    void aDayToComeIsWaitedFor() throws IOException {
        Told told = end(UDIN, "--reason", "lelah", "--date", "2025-06-10");
        String meanwhile = status();

        Told.on("2025-06-10", home, "enrol");

        assertEquals(
                "************9001 akan berhenti dari 9203/pekerja-rentan-2025: alasan lain, pada 2025-06-10.",
                told.out().strip());
        assertTrue(meanwhile.contains("\"staged\" : 2"), meanwhile);
        assertTrue(status().contains("\"sent\" : 1"), status());
    }

    @Test
    void whoHasLeftIsLeftAlone() throws IOException {
        end(UDIN, "--reason", "pindah");

        Told again = end(UDIN, "--reason", "meninggal");

        assertEquals(Jembatan.DONE, again.exit(), again.err());
        assertTrue(again.out().contains("sudah berhenti"), again.out());
    }

    @Test
    void whoNeverWasInTheProgrammeIsNotEnded() throws IOException {
        Told told = end(NOBODY, "--reason", "pindah");

        assertEquals(Jembatan.TO_REPAIR, told.exit(), told.err());
        assertEquals(
                "************9021 tidak pernah terdaftar di 9203/pekerja-rentan-2025. Cocokkan NIK dan programnya.",
                told.out().strip());
    }

    @Test
    void whatIsNoNikIsNotRepeated() throws IOException {
        Told told = end("92030112058090", "--reason", "pindah");

        assertEquals(Jembatan.WRONG_USAGE, told.exit());
        assertFalse(told.err().contains("92030112058090"), told.err());
    }

    private Told end(String typed, String... more) throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        try {
            String[] command = Stream.concat(
                            Stream.of("end", "--regency", "9203", "--programme", "pekerja-rentan-2025"),
                            Stream.of(more))
                    .toArray(String[]::new);
            return Told.on("2025-06-03", home, command);
        } finally {
            System.setIn(before);
        }
    }

    private String status() throws IOException {
        String all = Told.on("2025-06-03", home, "status", "--json").out();
        int fakfak = all.indexOf("9203");
        return all.substring(fakfak, all.indexOf('}', fakfak));
    }

    private String record(String with) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("journal"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (line.contains(with)) {
                        return line;
                    }
                }
            }
        }
        return "";
    }
}
