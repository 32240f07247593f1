package id.jembatan.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsAreExplainedTest {

    private static final Set<Format> READ = EnumSet.of(Format.CSV, Format.XLSX, Format.XLS, Format.JSON, Format.NDJSON);
    private static final Set<Format> LOCKED = EnumSet.of(Format.ENCRYPTED_WORKBOOK, Format.ENCRYPTED_ZIP);

    @ParameterizedTest
    @EnumSource
    void saysOfEveryFormatThatIsRefusedWhatItIsAndWhatToDo(Format format) throws IOException {
        String code = LOCKED.contains(format) ? "FILE_ENCRYPTED" : "FILE_FORMAT";
        String key = "refusal." + code + "." + format;

        assertEquals(!READ.contains(format), catalogue("id").containsKey(key));
    }

    @Test
    void speaksBothLanguages() throws IOException {
        assertEquals(catalogue("id").keySet(), catalogue("en").keySet());
        assertTrue(catalogue("id").containsKey("refusal.FILE_BROKEN.quote"));
    }

    private static Properties catalogue(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("config/messages/read_" + language + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }
}
