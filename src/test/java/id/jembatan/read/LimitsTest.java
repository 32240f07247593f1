package id.jembatan.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.DropRefused;
import id.jembatan.domain.Limits;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each limit of SPEC section 12: what is just at it passes, what is one past it is refused by its code. */
class LimitsTest {

    @TempDir
    Path folder;

    private final Limits wide = Limits.DEFAULT;

    @Test
    void bytesOfAFile() throws IOException {
        Path file = text("NIK,NAMA\n1,A\n");
        int size = (int) Files.size(file);

        assertPasses(file, limits(size, wide.unpacked(), 10, 10, 10, 10, 10));
        assertRefused(
                "FILE_TOO_LARGE: file, " + (size - 1), file, limits(size - 1, wide.unpacked(), 10, 10, 10, 10, 10));
    }

    @Test
    void bytesOfAWorkbookUnpacked() throws IOException {
        Path file = new XlsxOf().sheet("<row><c><v>1</v></c></row>").write(folder.resolve("f"));
        long size = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                size += entry.getSize();
            }
        }

        assertPasses(file, limits(wide.file(), size, 10, 10, 10_000, 10, 10));
        assertRefused(
                "FILE_BOMB: unpacked, " + (size - 1), file, limits(wide.file(), size - 1, 10, 10, 10_000, 10, 10));
    }

    @Test
    void bytesOfAZipUnpackedAndItsEntries() throws IOException {
        Path file = Files.write(
                folder.resolve("z"),
                new ZipOf().with("a.csv", "NIK,NAMA\n").with("b.csv", "1,A\n").bytes());

        assertUnpacks(file, limits(wide.file(), 13, 2, 10, 10, 10, 10));
        assertZipRefused("FILE_BOMB: unpacked, 12", file, limits(wide.file(), 12, 2, 10, 10, 10, 10));
        assertZipRefused("FILE_BOMB: entries, 1", file, limits(wide.file(), 13, 1, 10, 10, 10, 10));
    }

    @Test
    void columnsOfATable() throws IOException {
        Limits ten = limits(wide.file(), wide.unpacked(), 10, 10, 100, 10, 10);

        assertPasses(text("NIK,NAMA\n" + "x,".repeat(9) + "x\n"), ten);
        assertRefused("FILE_TOO_LARGE: columns, 10", text("NIK,NAMA\n" + "x,".repeat(10) + "x\n"), ten);
        assertPasses(
                new XlsxOf().sheet("<row r='1'><c r='J1'><v>1</v></c></row>").write(folder.resolve("f")), ten);
        assertRefused(
                "FILE_TOO_LARGE: columns, 10",
                new XlsxOf().sheet("<row r='1'><c r='K1'><v>1</v></c></row>").write(folder.resolve("f")),
                ten);
    }

    @Test
    void charactersOfACell() throws IOException {
        Limits hundred = limits(wide.file(), wide.unpacked(), 10, 10, 100, 10, 1_000);
        String cell = "x".repeat(100);

        assertPasses(text("NIK,NAMA\n1," + cell + "\n"), hundred);
        assertRefused("FILE_TOO_LARGE: cell, 100", text("NIK,NAMA\n1," + cell + "x\n"), hundred);
        assertPasses(workbook(cell), hundred);
        assertRefused("FILE_TOO_LARGE: cell, 100", workbook(cell + "x"), hundred);
        assertPasses(text("[{\"nik\":\"" + cell + "\",\"nama\":\"A\"}]"), hundred);
        assertRefused("FILE_TOO_LARGE: cell, 100", text("[{\"nik\":\"" + cell + "x\",\"nama\":\"A\"}]"), hundred);
    }

    @Test
    void depthAndDigitsOfJson() throws IOException {
        Limits five = limits(wide.file(), wide.unpacked(), 10, 10, 100, 5, 7);

        assertPasses(text("[{\"nik\":1234567,\"a\":" + "[".repeat(3) + "]".repeat(3) + "}]"), five);
        assertRefused(
                "FILE_TOO_LARGE: depth, 5", text("[{\"nik\":1,\"a\":" + "[".repeat(4) + "]".repeat(4) + "}]"), five);
        assertRefused("FILE_TOO_LARGE: digits, 7", text("[{\"nik\":12345678}]"), five);
    }

    /** docs/formats.md says the limits that config/application.properties sets, and these are SPEC's. */
    @Test
    void thePageSaysWhatIsSet() throws IOException {
        Properties set = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("config/application.properties"))) {
            set.load(in);
        }
        Map<String, String> limits = new TreeMap<>();
        set.stringPropertyNames().stream()
                .filter(key -> key.startsWith("jembatan.limits."))
                .forEach(key -> limits.put(key, set.getProperty(key)));
        Map<String, String> said = new TreeMap<>();
        Pattern.compile("(?m)^\\| `(jembatan\\.limits\\.[a-z]+)` \\| ([0-9,]+) \\|")
                .matcher(Files.readString(Path.of("docs/formats.md")))
                .results()
                .forEach(row -> said.put(row.group(1), row.group(2).replace(",", "")));

        assertEquals(limits, said);
        assertEquals(
                "536870912 2147483648 1000 16384 1000000 64 1000",
                String.join(
                        " ",
                        List.of("file", "unpacked", "entries", "columns", "cell", "depth", "digits").stream()
                                .map(name -> limits.getOrDefault("jembatan.limits." + name, ""))
                                .toList()));
    }

    private static Limits limits(long file, long unpacked, int entries, int columns, int cell, int depth, int digits) {
        return new Limits(file, unpacked, entries, columns, cell, depth, digits);
    }

    private Path text(String text) throws IOException {
        return Files.writeString(folder.resolve("f"), text);
    }

    private Path workbook(String cell) throws IOException {
        return new XlsxOf()
                .sheet("<row><c t='str'><v>" + cell + "</v></c></row>")
                .write(folder.resolve("f"));
    }

    private static void assertPasses(Path file, Limits limits) {
        List<String> read = ReadRoom.read(file, limits);
        assertFalse(read.isEmpty());
        assertTrue(read.stream().noneMatch(line -> line.startsWith("FILE_")), read.toString());
    }

    private static void assertRefused(String refusal, Path file, Limits limits) {
        List<String> read = ReadRoom.read(file, limits);
        assertEquals(refusal, read.get(read.size() - 1));
    }

    private void assertUnpacks(Path zip, Limits limits) throws IOException {
        assertEquals(2, unpack(zip, limits).size());
    }

    private void assertZipRefused(String refusal, Path zip, Limits limits) throws IOException {
        assertEquals(List.of(refusal), unpack(zip, limits));
    }

    private List<String> unpack(Path zip, Limits limits) throws IOException {
        Path unpacked = Files.createTempDirectory(folder, "unpacked");
        try {
            List<String> names = new ArrayList<>();
            new ZipUnpacking(limits).unpack(zip, unpacked).forEach(file -> names.add(file.name()));
            return names;
        } catch (DropRefused refused) {
            return List.of(String.valueOf(refused.getMessage()));
        }
    }
}
