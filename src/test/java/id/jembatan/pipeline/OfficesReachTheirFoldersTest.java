package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.cli.Told;
import id.jembatan.disk.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A regency's {@code group:} reaches its drop and reply folders, and nothing else of the home (SPEC section 12). */
class OfficesReachTheirFoldersTest {

    private static final String DAY = "2025-06-02";
    private static final String LIST =
            "NIK;NAMA;TANGGAL LAHIR\n9203011205809001;UDIN WAGAB;12-05-1980\n;TANPA NIK;1-1-1980\n";

    @TempDir
    private Path folder;

    private Path home;
    private Path config;
    private String group;

    @BeforeEach
    void copyConfig() throws IOException {
        home = folder.resolve("home");
        config = folder.resolve("config");
        FileUtils.copyDirectory(Path.of("config").toFile(), config.toFile());
        group = anotherGroup();
    }

    /** Root may give to any group; somebody else to their own, which is then not another one than a file has anyway. */
    private String anotherGroup() throws IOException {
        String own =
                Files.readAttributes(folder, PosixFileAttributes.class).group().getName();
        return own.equals("root") ? "users" : own;
    }

    @Test
    void listsAndRepliesAreTheGroupsAndNothingElseIs() throws IOException {
        name(group);
        drop("9203-fakfak/pekerja-rentan-2025/daftar.csv");
        assertEquals(1, ingest());

        Map<String, String> rights = rights();

        assertEquals("drwxrws--- " + group, rights.get("drop/9203-fakfak"));
        assertEquals("drwxrws--- " + group, rights.get("drop/9203-fakfak/pekerja-rentan-2025"));
        assertEquals("drwxrws--- " + group, rights.get("reply/9203-fakfak/pekerja-rentan-2025"));
        assertEquals("-rw-rw---- " + group, rights.get("reply/9203-fakfak/pekerja-rentan-2025/index.html"));
        rights.forEach((path, right) -> {
            if (path.startsWith("reply/9203-fakfak") || path.startsWith("drop/9203-fakfak")) {
                assertTrue(
                        right.equals("drwxrws--- " + group) || right.equals("-rw-rw---- " + group), path + " " + right);
            } else if (path.isEmpty() || path.equals("drop") || path.equals("reply")) {
                assertTrue(right.startsWith("drwx--x--x "), path + " " + right);
            } else if (right.startsWith("d")) {
                assertTrue(right.startsWith("drwx------ "), path + " " + right);
            }
        });
        assertTrue(rights.keySet().stream().anyMatch(path -> path.endsWith("perbaikan.xlsx")), rights.toString());
    }

    @Test
    void aHomeThatIsThereAlreadyIsOpenedAndClosedAgain() throws IOException {
        drop("9203-fakfak/pekerja-rentan-2025/daftar.csv");
        assertEquals(1, ingest());
        Map<String, String> before = rights();

        name(group);
        assertEquals(0, ingest());
        assertEquals("-rw-rw---- " + group, rights().get("reply/9203-fakfak/pekerja-rentan-2025/index.html"));

        name("");
        assertEquals(0, ingest());
        rights().forEach((path, right) -> {
            if (path.startsWith("reply/9203-fakfak") || path.startsWith("drop/9203-fakfak")) {
                assertEquals("---", right.substring(7, 10), path);
                assertTrue(right.startsWith("drwx--") || right.startsWith("-rw---"), path + " " + right);
            } else if (right.startsWith("d")) {
                assertTrue(right.startsWith("drwx------ "), path + " " + right);
            }
        });
        assertTrue(String.valueOf(before.get("reply/9203-fakfak/pekerja-rentan-2025"))
                .startsWith("drwx------ "));
    }

    @Test
    void aGroupThatTheSystemDoesNotKnowIsTold() throws IOException {
        name("tidak_ada_grup_ini");

        Told told = told();

        assertEquals(3, told.exit());
        assertTrue(told.err().contains("groupadd tidak_ada_grup_ini"), told.err());
    }

    private void drop(String path) throws IOException {
        Path list = home.resolve("drop").resolve(path);
        Durable.makeFolders(home.resolve("drop").resolve(path.substring(0, path.lastIndexOf('/'))));
        Files.writeString(list, LIST);
    }

    private int ingest() {
        return told().exit();
    }

    private Told told() {
        return Told.by(
                "--home", home.toString(), "--config", config.toString(), "--set", "jembatan.today=" + DAY, "ingest");
    }

    private void name(String unixGroup) throws IOException {
        Path file = config.resolve("regencies/9203-fakfak.yaml");
        String text = Files.readString(Path.of("config/regencies/9203-fakfak.yaml"));
        Files.writeString(
                file, unixGroup.isEmpty() ? text : text.replaceFirst("(?m)^slug:.*$", "$0\ngroup: " + unixGroup));
    }

    /** As {@code ls -l} tells them, by path in the home. */
    private Map<String, String> rights() throws IOException {
        Map<String, String> rights = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path path : paths.toList()) {
                int mode = (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
                String letters =
                        java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                boolean handsDown = (mode & 02000) != 0;
                rights.put(
                        home.relativize(path).toString(),
                        (Files.isDirectory(path) ? "d" : "-")
                                + letters.substring(0, 5)
                                + (handsDown ? "s" : letters.substring(5, 6))
                                + letters.substring(6)
                                + " "
                                + Files.readAttributes(path, PosixFileAttributes.class)
                                        .group()
                                        .getName());
            }
        }
        return rights;
    }
}
