package id.jembatan.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.ZipWriting;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SPEC section 4, "Formats", and section 12, "Hostile input", for ZIPs. */
class ZipsAreUnpackedTest {

    private static final Limits LIMITS = new Limits(1 << 20, 1 << 20, 10, 100, 1_000, 64, 1_000);

    @TempDir
    Path folder;

    @Test
    void givesTheFilesInTheOrderOfTheDirectory() throws IOException {
        ZipWriting zip = new ZipWriting();
        zip.add("b.csv", "second letter");
        zip.add("a.csv", "first letter").deflated();
        zip.add("a.csv", "the same name again");

        assertEquals(List.of("b.csv: second letter", "a.csv: first letter", "a.csv: the same name again"), told(zip));
    }

    @Test
    void passesFoldersLinksDevicesAndWhatAMacAddsOver() throws IOException {
        ZipWriting zip = new ZipWriting();
        zip.add("Kiriman/", "").mode(040755);
        zip.add("Kiriman/sub/", "").mode(0);
        zip.add("Kiriman/by-mode", "").mode(040755);
        zip.add("Kiriman\\", "").madeBy(0).mode(0);
        zip.add("Kiriman/link.csv", "/etc/passwd").mode(0120777);
        zip.add("Kiriman/pipe.csv", "").mode(010644);
        zip.add("__MACOSX/Kiriman/._daftar.csv", "resources");
        zip.add("Kiriman/__MACOSX/._daftar.csv", "resources");
        zip.add("Kiriman/daftar.csv", "people");

        assertEquals(List.of("daftar.csv: people"), told(zip));
    }

    @Test
    void takesNoNameForAPath() throws IOException {
        ZipWriting zip = new ZipWriting();
        zip.add("../../../../tmp/keluar.csv", "1");
        zip.add("/etc/passwd", "2");
        zip.add("C:\\Users\\ana\\daftar.csv", "3").madeBy(0);
        zip.add("..", "4");
        zip.add("a/ . ", "5");
        zip.add("", "6");
        zip.add("nol\0.csv\n\u202Efdp", "7");
        zip.add("x".repeat(300) + ".csv", "8");

        assertEquals(
                List.of(
                        "keluar.csv: 1",
                        "passwd: 2",
                        "daftar.csv: 3",
                        "_: 4",
                        "_: 5",
                        "_: 6",
                        "nol_.csv__fdp: 7",
                        "x".repeat(49) + "…" + "x".repeat(6) + ".csv: 8"),
                told(zip));
        assertEquals(List.of("kiriman.zip", "out"), names(folder));
        assertEquals(8, names(folder.resolve("out")).size());
    }

    @Test
    void readsNamesInWhateverLettersTheyWereWritten() throws IOException {
        byte[] dos = "R\u00e9sum\u00e9.csv".getBytes(Charset.forName("IBM437"));
        ZipWriting zip = new ZipWriting();
        zip.add("daftar-é.csv", "flag").utf8();
        zip.add("daftar-é.csv", "no flag");
        zip.add("Résumé.csv", Charset.forName("IBM437"), bytes("dos"));
        zip.add("Résumé.csv", Charset.forName("IBM437"), bytes("a flag that lies"))
                .utf8();
        zip.add("Résumé.csv", Charset.forName("IBM437"), bytes("unicode beside it"))
                .withExtra(unicodePath(dos, "Ringkasan-é.csv"));
        zip.add("Résumé.csv", Charset.forName("IBM437"), bytes("unicode of another name"))
                .withExtra(unicodePath(bytes("lain"), "lain.csv"));

        assertEquals(
                List.of(
                        "daftar-é.csv: flag",
                        "daftar-é.csv: no flag",
                        "Résumé.csv: dos",
                        "R\uFFFDsum\uFFFD.csv: a flag that lies",
                        "Ringkasan-é.csv: unicode beside it",
                        "Résumé.csv: unicode of another name"),
                told(zip));
    }

    @Test
    void unpacksWhatStreamedAndLongZipsHold() throws IOException {
        ZipWriting zip = new ZipWriting().inLongFields();
        zip.add("a.csv", "with a descriptor").withDescriptor().deflated();
        zip.add("b.csv", "stored with one").withDescriptor();
        zip.add("c.csv", "long").inLongFields();

        assertEquals(List.of("a.csv: with a descriptor", "b.csv: stored with one", "c.csv: long"), told(zip));
    }

    @Test
    void keepsTheBytesOfWhatItCannotUnpackAndSaysWhy() throws IOException {
        ZipWriting zip = new ZipWriting();
        zip.add("terkunci.csv", "noise").encrypted();
        zip.add("lzma.csv", "packed").method(14);
        zip.add("daftar.csv", "people");

        List<ZippedFile> files = unpack(zip.bytes(), LIMITS);

        assertEquals(
                FindingCode.FILE_ENCRYPTED, files.get(0).refusal().orElseThrow().code());
        assertArrayEquals(bytes("noise"), Files.readAllBytes(files.get(0).bytes()));
        assertEquals(
                FindingCode.FILE_FORMAT, files.get(1).refusal().orElseThrow().code());
        assertTrue(files.get(2).refusal().isEmpty());
    }

    @Test
    void refusesWholeWhatIsDamaged() throws IOException {
        ZipWriting sound = new ZipWriting();
        sound.add("a.csv", "first");
        sound.add("b.csv", "second".repeat(100)).deflated();
        byte[] bytes = sound.bytes();

        assertEquals("FILE_BROKEN: zip", refusal(Arrays.copyOf(bytes, bytes.length - 1)));
        assertEquals("FILE_BROKEN: zip", refusal(Arrays.copyOfRange(bytes, 40, bytes.length)));
        assertEquals("FILE_BROKEN: zip", refusal(sound.missing(1).bytes()));
        assertEquals("FILE_BROKEN: entry, 2", refusal(b -> b.withChecksum(1)));
        assertEquals("FILE_BROKEN: entry, 2", refusal(b -> b.promising(7)));
        assertEquals("FILE_BROKEN: entry, 2", refusal(b -> b.promising(3)));
        assertEquals("FILE_BROKEN: entry, 2", refusal(b -> b.deflated().promising(0)));
        assertEquals("FILE_BROKEN: entry, 2", refusal(b -> b.method(8)));
        assertEquals("FILE_BROKEN: entry, 2", refusal(b -> b.at(3)));
        assertEquals("FILE_BROKEN: entry, 2", refusal(b -> b.at(1 << 30)));
        assertEquals("FILE_BROKEN: entry, 2", refusal(b -> b.inLongFields().at(Long.MAX_VALUE)));
    }

    @Test
    void refusesWholeWhatHoldsNoFile() throws IOException {
        ZipWriting folders = new ZipWriting();
        folders.add("Kiriman/", "");

        assertEquals("FILE_EMPTY: zip", refusal(folders.bytes()));
        assertEquals("FILE_EMPTY: zip", refusal(new ZipWriting().bytes()));
    }

    @Test
    void refusesABombWhetherItsDirectoryIsHonestOrLies() throws IOException {
        ZipWriting honest = new ZipWriting();
        honest.add("a.csv", "x".repeat(600_000)).deflated();
        honest.add("b.csv", "x".repeat(600_000)).deflated();
        ZipWriting lying = new ZipWriting();
        lying.add("a.csv", "x".repeat(2_000_000)).deflated().promising(10);
        ZipWriting boasting = new ZipWriting();
        boasting.add("a.csv", "x");
        boasting.add("b.csv", "x").inLongFields().promising(Long.MAX_VALUE);

        assertEquals("FILE_BOMB: unpacked, 1048576", refusal(honest.bytes()));
        assertEquals("FILE_BOMB: unpacked, 1048576", refusal(lying.bytes()));
        assertTrue(Files.size(folder.resolve("out/1")) <= 10, "what lies does not fill the disk");
        assertEquals("FILE_BOMB: unpacked, 1048576", refusal(boasting.bytes()));
    }

    @Test
    void letsEntriesThatShareTheirBytesUnpackNoMoreThanTheLimit() throws IOException {
        ZipWriting quilt = new ZipWriting();
        for (int i = 0; i < 5; i++) {
            quilt.add("locked-" + i + ".csv", "x".repeat(300_000)).encrypted().at(0);
        }

        assertEquals(
                "FILE_BOMB: unpacked, 1048576", refusal(quilt.bytes(), new Limits(9 << 20, 1 << 20, 10, 1, 1, 1, 1)));
    }

    @Test
    void takesAsManyEntriesAsAllowedAndNoMore() throws IOException {
        ZipWriting zip = new ZipWriting();
        for (int i = 0; i < 10; i++) {
            zip.add(i + ".csv", "people");
        }

        assertEquals(10, told(zip).size());
        zip.add("11.csv", "people");
        assertEquals("FILE_BOMB: entries, 10", refusal(zip.bytes()));
    }

    @Test
    void readsOnWhenSomethingIsHungOnBehind() throws IOException {
        ZipWriting zip = new ZipWriting();
        zip.add("a.csv", "people");

        assertEquals(List.of("a.csv: people"), told(Arrays.copyOf(zip.bytes(), zip.bytes().length + 500)));
    }

    /** What is cut may end in a ZIP or workbook that lay in it, and that one must not be taken for the whole. */
    @Test
    void takesNoZipInsideForTheOneThatIsCut() throws IOException {
        ZipWriting inside = new ZipWriting();
        inside.add("salah.csv", "not all of it");
        ZipWriting zip = new ZipWriting();
        zip.add("a.csv", "people");
        zip.add("dalam.zip", inside.bytes());
        byte[] bytes = zip.bytes();

        assertFalse(isZip(Arrays.copyOf(bytes, bytes.length - 22)));
        assertEquals("FILE_BROKEN: zip", refusal(Arrays.copyOf(bytes, bytes.length - 22)));
        assertEquals(
                "FILE_BROKEN: zip", refusal(inside.behind(bytes("PK\3\4 noise")).bytes()));
    }

    @Test
    void opensOnlyWhatIsNothingElse() throws IOException {
        assertTrue(isZip(entries("daftar.csv")));
        assertTrue(isZip(new ZipWriting().bytes()));
        ZipWriting locked = new ZipWriting();
        locked.add("daftar.csv", "noise").encrypted();
        assertTrue(isZip(locked.bytes()));

        assertFalse(isZip(entries("[Content_Types].xml", "xl/workbook.xml")));
        assertFalse(isZip(entries("[Content_Types].xml", "word/document.xml")));
        assertFalse(isZip(bytes("NIK,NAMA\n")));
        assertFalse(isZip(bytes("garbage")));
        assertFalse(isZip(Arrays.copyOf(entries("daftar.csv"), 40)), "what is cut is refused by whoever reads it");
        assertFalse(isZip(new byte[0]));
        assertFalse(isZip(new byte[(1 << 20) + 1]));
        ZipWriting sheet = new ZipWriting();
        sheet.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        assertFalse(isZip(sheet.bytes()));
    }

    /** Whatever bytes come: files, or a refusal; never a fault. */
    @Test
    void everyDamageIsTheDatas() throws IOException {
        ZipWriting zip = new ZipWriting().inLongFields();
        zip.add("Kiriman/", "").mode(040755);
        zip.add("a.csv", "people".repeat(30)).deflated();
        zip.add("b.csv", "more").inLongFields().withDescriptor();
        byte[] sound = zip.bytes();
        Random random = new Random(20250602);

        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] damaged = Arrays.copyOf(sound, random.nextInt(4) == 0 ? random.nextInt(sound.length) : sound.length);
            for (int flips = random.nextInt(4); flips >= 0 && damaged.length > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            isZip(damaged);
            try {
                unpack(damaged, LIMITS);
            } catch (DropRefused e) {
                refused++;
            }
        }

        assertTrue(refused > 300, refused + " of 1,000");
    }

    /** Of a sound entry and one that is not. */
    private String refusal(Consumer<ZipWriting.Entry> unsound) {
        ZipWriting zip = new ZipWriting();
        zip.add("a.csv", "first");
        unsound.accept(zip.add("b.csv", "second"));
        return refusal(zip.bytes());
    }

    private String refusal(byte[] zip) {
        return refusal(zip, LIMITS);
    }

    private String refusal(byte[] zip, Limits limits) {
        return String.valueOf(
                assertThrows(DropRefused.class, () -> unpack(zip, limits)).getMessage());
    }

    private List<String> told(ZipWriting zip) throws IOException {
        return told(zip.bytes());
    }

    private List<String> told(byte[] zip) throws IOException {
        assertTrue(isZip(zip));
        return unpack(zip, LIMITS).stream()
                .map(file -> file.name() + ": " + text(file.bytes()))
                .toList();
    }

    private List<ZippedFile> unpack(byte[] zip, Limits limits) throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        for (String old : names(out)) {
            Files.delete(out.resolve(old));
        }
        return new ZipUnpacking(limits).unpack(Files.write(folder.resolve("kiriman.zip"), zip), out);
    }

    private boolean isZip(byte[] bytes) throws IOException {
        return new ZipUnpacking(LIMITS).isZip(Files.write(folder.resolve("kiriman.zip"), bytes));
    }

    private static byte[] entries(String... names) {
        ZipWriting zip = new ZipWriting();
        for (String name : names) {
            zip.add(name, "<x/>");
        }
        return zip.bytes();
    }

    private static byte[] unicodePath(byte[] name, String unicode) {
        CRC32 crc = new CRC32();
        crc.update(name);
        byte[] path = bytes(unicode);
        return ByteBuffer.allocate(9 + path.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x7075)
                .putShort((short) (5 + path.length))
                .put((byte) 1)
                .putInt((int) crc.getValue())
                .put(path)
                .array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
