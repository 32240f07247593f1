package id.jembatan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Everybody in the tree is invented: a NIK ends in 9000 to 9999, or is no NIK at all. */
class NoRealNumbersTest {

    private static final List<String> TREE = List.of(
            "src",
            "config",
            "routes",
            "docs",
            "examples",
            "bin",
            "README.md",
            "ARCHITECTURE.md",
            "CHANGELOG.md",
            "CONTRIBUTING.md",
            "GLOSSARY.md");
    private static final Pattern SIXTEEN = Pattern.compile("(?<![0-9])[0-9]{16}(?![0-9])");
    /** Sixteen digits in a row come by chance in one of some hundred hashes. */
    private static final Pattern SHA256 = Pattern.compile("(?<![0-9a-zA-Z])[0-9a-f]{64}(?![0-9a-zA-Z])");

    private static final Pattern ALL_EQUAL = Pattern.compile("(.)\\1{15}");
    private static final Set<String> NO_NIK = Set.of(
            "1234567890123456", // a filler that villages write
            "9007199254740992", // 2^53, up to which a double is exact
            "6843418860808015"); // the digits behind the point of 5.6843418860808015E-14

    @Test
    void everySixteenDigitsInTheTreeBelongToNobody() {
        List<String> found = new ArrayList<>();

        TREE.stream().map(Path::of).flatMap(NoRealNumbersTest::files).forEach(file -> search(file, found));

        assertEquals(List.of(), found);
    }

    @Test
    void aNumberFromLifeWouldBeFound() {
        String fromLife = "92030112058" + "00001";

        assertTrue(isSuspect(fromLife));
    }

    /** Says where, and never the number. */
    private static void search(Path file, List<String> found) {
        try {
            search(file.toString(), Files.readAllBytes(file), found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks into ZIPs and workbooks too. NULs go, so that digits are found in UTF-16. */
    private static void search(String name, byte[] bytes, List<String> found) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (text.startsWith("PK\3\4")) {
            try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                    search(name + "!/" + part.getName(), parts.readAllBytes(), found);
                }
            }
            return;
        }
        long suspects = SIXTEEN.matcher(SHA256.matcher(text).replaceAll(""))
                .results()
                .filter(hit -> isSuspect(hit.group()))
                .count();
        if (suspects > 0) {
            found.add(name + ": " + suspects);
        }
    }

    private static boolean isSuspect(String digits) {
        return Integer.parseInt(digits.substring(12)) < 9_000
                && !NO_NIK.contains(digits)
                && !ALL_EQUAL.matcher(digits).matches();
    }

    private static Stream<Path> files(Path top) {
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
