package id.jembatan.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class FormatsAreToldByContentTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> tellsWhatAFileIsByHowItBegins() throws IOException {
        return SpecTable.run("formats.yaml", given -> List.of(told(bytes(given))));
    }

    @Test
    void tellsContainersByTheNamesInThem() throws IOException {
        assertEquals("WORD", told(zip("[Content_Types].xml", "word/document.xml")));
        assertEquals("POWERPOINT", told(zip("ppt/presentation.xml")));
        assertEquals("XLSB", told(zip("xl/workbook.bin")));
        assertEquals("XLSX", told(zip("xl/workbook.xml")));
        assertEquals("ZIP", told(zip("daftar.csv")));
        assertEquals(
                "ODS",
                told(new ZipOf()
                        .with("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                        .bytes()));
        assertEquals("ENCRYPTED_WORKBOOK", told(ole2("EncryptionInfo", "EncryptedPackage")));
        assertEquals("XLS", told(ole2("Workbook")));
        assertEquals("WORD", told(ole2("WordDocument")));
        assertEquals("OLE2", told(ole2("Contents")));
    }

    @Test
    void refusesAContainerThatIsCut() throws IOException {
        byte[] zip = zip("xl/workbook.xml");
        byte[] ole2 = ole2("Workbook");

        assertEquals("FILE_BROKEN: zip", told(Arrays.copyOf(zip, zip.length - 30)));
        assertEquals("FILE_BROKEN: ole2", told(Arrays.copyOf(ole2, 600)));
    }

    @Test
    void tellsNoiseFromText() {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);

        assertEquals("BINARY", told(noise));
    }

    @Test
    void letsOnePercentOfNulPassAndNoMore() {
        assertEquals("CSV", told(("x".repeat(99) + "\0").repeat(100).getBytes(StandardCharsets.UTF_8)));
        assertEquals("BINARY", told((("x".repeat(99) + "\0").repeat(100) + "\0").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesWhatItDoesNotRead() throws IOException {
        Path pdf = Files.writeString(folder.resolve("daftar.csv"), "%PDF-1.7\n");
        Path locked = Files.write(folder.resolve("terkunci.xlsx"), ole2("EncryptedPackage"));

        assertEquals(
                "FILE_FORMAT: PDF",
                assertThrows(DropRefused.class, () -> ReadRoom.open(pdf)).getMessage());
        assertEquals(
                "FILE_ENCRYPTED: ENCRYPTED_WORKBOOK",
                assertThrows(DropRefused.class, () -> ReadRoom.open(locked)).getMessage());
    }

    @Test
    void refusesAFilePastTheLimit() throws IOException {
        Path big = Files.writeString(folder.resolve("besar.csv"), "x".repeat(11));

        DropRefused refused =
                assertThrows(DropRefused.class, () -> ReadRoom.open(big, new Limits(10, 10, 1, 1, 1, 1, 1)));

        assertEquals("FILE_TOO_LARGE: file, 10", refused.getMessage());
    }

    private String told(byte[] bytes) {
        try {
            Path file = Files.write(folder.resolve("berkas"), bytes);
            return new FormatSniffer().sniff(file).name();
        } catch (DropRefused e) {
            return String.valueOf(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(JsonNode given) {
        if (given.has("hex")) {
            return HexFormat.of().parseHex(given.get("hex").asText().replace(" ", ""));
        }
        String charset = given.has("charset") ? given.get("charset").asText() : "UTF-8";
        return given.get("text").asText().getBytes(Charset.forName(charset));
    }

    private static byte[] zip(String... names) throws IOException {
        ZipOf zip = new ZipOf();
        for (String name : names) {
            zip.with(name, "<x/>");
        }
        return zip.bytes();
    }

    /** A container of one directory sector, its allocation table in the sector before it. */
    private static byte[] ole2(String... names) {
        byte[] bytes = new byte[512 * 3];
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(0, 0xE11AB1A1E011CFD0L).putShort(0x1E, (short) 9).putInt(0x30, 1);
        for (int i = 0; i < 109; i++) {
            file.putInt(0x4C + i * 4, i == 0 ? 0 : -1);
        }
        file.putInt(512, -3).putInt(516, -2);
        for (int i = 0; i < names.length; i++) {
            byte[] name = (names[i] + "\0").getBytes(StandardCharsets.UTF_16LE);
            file.put(1024 + i * 128, name).putShort(1024 + i * 128 + 64, (short) name.length);
        }
        return bytes;
    }
}
