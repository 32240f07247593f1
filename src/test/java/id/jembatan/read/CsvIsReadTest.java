package id.jembatan.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class CsvIsReadTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> readsCsvAsPeopleWriteIt() throws IOException {
        return SpecTable.run("csv.yaml", this::read);
    }

    @TestFactory
    Stream<DynamicTest> readsWhatOtherReadersAreTestedWith() throws IOException {
        return SpecTable.run("csv-elsewhere.yaml", this::read);
    }

    @Test
    void decidesTheEncodingByTheLastByteToo() throws IOException {
        String many = "NIK,NAMA\n" + "1,caf\u00e9\n".repeat(20_000);
        Path utf8 = Files.writeString(folder.resolve("utf8.csv"), many);
        byte[] bytes = Files.readAllBytes(utf8);
        Path broken = Files.write(folder.resolve("broken.csv"), Arrays.copyOf(bytes, bytes.length - 2));

        assertEquals("[2, 1, caf\u00e9]", ReadRoom.read(utf8, ReadRoom.SMALL).get(1));
        assertEquals(
                "[2, 1, caf\u00c3\u00a9]", ReadRoom.read(broken, ReadRoom.SMALL).get(1));
    }

    @Test
    void namesTheLineOfAnOpenQuoteThatAMillionCharactersFollow() throws IOException {
        Path file = Files.writeString(
                folder.resolve("kutip.csv"), "NIK,NAMA\n1,Ani\n2,\"Budi\n" + "3,Citra\n".repeat(100_000));

        List<String> read = ReadRoom.read(file, ReadRoom.SMALL);

        assertEquals(List.of("[1, NIK, NAMA]", "[2, 1, Ani]", "FILE_BROKEN: quote, 3"), read);
    }

    @Test
    void refusesAMillionColumnsBeforeTheyFillMemory() throws IOException {
        Path file = Files.writeString(folder.resolve("kolom.csv"), "NIK,NAMA\n" + ",".repeat(900_000));

        assertEquals(
                "FILE_TOO_LARGE: line, 1000",
                ReadRoom.read(file, ReadRoom.SMALL).get(1));
    }

    @Test
    void countsEmptyColumnsToo() throws IOException {
        Path file = Files.writeString(folder.resolve("kosong.csv"), "NIK,NAMA\n" + ",".repeat(20) + "\n");

        assertEquals(List.of("[1, NIK, NAMA]", "FILE_TOO_LARGE: columns, 20"), ReadRoom.read(file, ReadRoom.SMALL));
    }

    private List<String> read(JsonNode given) {
        try {
            String charset = given.has("charset") ? given.get("charset").asText() : "UTF-8";
            Path file = folder.resolve("daftar.csv");
            Files.write(file, given.get("text").asText().getBytes(Charset.forName(charset)));
            return ReadRoom.read(file, ReadRoom.SMALL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
