package id.jembatan.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.Chromium;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The letter that goes with a batch is signed on one sheet of paper. */
class PrintedLetterTest {

    @TempDir
    Path folder;

    @Test
    void theCoveringLetterTakesOneSheet() throws Exception {
        Chromium chromium = Chromium.assumed();

        BatchFiles.write(
                folder,
                OutboundSamples.batch(2),
                List.of(OutboundSamples.line(1), OutboundSamples.line(2)).iterator(),
                Profiles.load(OutboundSamples.SHIPPED).get("provisional-1"),
                OutboundSamples.messages("id"),
                Extras.NONE);

        assertEquals(1, chromium.print(folder.resolve("surat-pengantar.html")));
    }
}
