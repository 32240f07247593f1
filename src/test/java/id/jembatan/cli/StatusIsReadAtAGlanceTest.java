package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Messages;
import id.jembatan.pipeline.HouseStatus;
import id.jembatan.pipeline.HouseStatus.ProgrammeStatus;
import id.jembatan.pipeline.MessageFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code status} fits 100 columns, is coloured on a terminal alone, and says when nothing is to be done. */
class StatusIsReadAtAGlanceTest {

    private static final String ESCAPE = "\u001b[";

    @TempDir
    Path home;

    @Test
    void aLargeProgrammeFitsInAHundredColumns() {
        BigDecimal billions = new BigDecimal("99999999999");
        ProgrammeStatus large = new ProgrammeStatus(
                "9203",
                "pekerja-rentan-2025",
                999_999L,
                999_999,
                999_999,
                999_999,
                999_999,
                999_999L,
                new BigDecimal("16799983200"),
                billions,
                billions,
                billions,
                billions);

        for (String language : List.of("id", "en")) {
            String text = print(language, new HouseStatus(List.of(large), List.of(), List.of(), List.of()));

            assertEquals(
                    List.of(), text.lines().filter(line -> line.length() > 100).toList());
            assertTrue(text.contains(language.equals("id") ? "Rp 99.999.999.999" : "Rp 99,999,999,999"), text);
        }
    }

    private static String print(String language, HouseStatus status) {
        Messages messages = MessageFiles.load(Path.of("config"), language);
        StringWriter text = new StringWriter();
        StatusCommand.print(new PrintWriter(text), messages, status, Paint.ofTerminal());
        return text.toString();
    }

    @Test
    void colourIsForATerminalAlone() throws IOException {
        Path folder = Files.createDirectories(home.resolve("drop/9203-fakfak/pekerja-rentan-2025"));
        Files.writeString(folder.resolve("a.pdf"), "%PDF-1.4");
        Told.on("2025-06-02", home, "ingest");

        String plain = status();
        System.setProperty("picocli.ansi", "true");
        String coloured;
        try {
            coloured = status();
        } finally {
            System.clearProperty("picocli.ansi");
        }

        assertFalse(plain.contains(ESCAPE), plain);
        assertTrue(coloured.contains(ESCAPE + "33mREFUSED" + ESCAPE + "0m"), coloured);
        assertTrue(coloured.lines().findFirst().orElse("").endsWith(ESCAPE + "0m"), coloured);
        assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void nothingToDoIsSaid() throws IOException {
        assertTrue(status().endsWith("Tidak ada yang perlu perhatian.\n"), status());

        Files.createSymbolicLink(home.resolve("drop/9203-fakfak/pekerja-rentan-2025/a.csv"), Path.of("/etc/hostname"));

        assertTrue(status().contains("PERLU PERHATIAN  LEFT_ALONE"), status());
        assertFalse(status().contains("Tidak ada yang perlu perhatian."), status());
    }

    private String status() {
        return Told.on("2025-06-02", home, "status").out();
    }
}
