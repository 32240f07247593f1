package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RegencyCode;
import id.jembatan.intake.StandingStill;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that somebody sent, whatever they call it. */
class HandInTest {

    private static final String FAKFAK = "9203-fakfak/pekerja-rentan-2025";

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "daftar.xlsx | daftar.xlsx",
                "C:\\Users\\budi\\daftar.xlsx | daftar.xlsx",
                "../../../etc/passwd | passwd",
                "..\\..\\daftar.csv | daftar.csv",
                ".. | kiriman",
                "... | kiriman",
                "/ | kiriman",
                "'' | kiriman",
                "'   ' | kiriman",
                ".daftar.csv | daftar.csv",
                "~$daftar.xlsx | daftar.xlsx",
                "daftar.csv.part | daftar.csv",
                "daftar.csv.tmp.PART | daftar.csv",
                ".part | part",
                "daftar pekerja rentan (2).csv | daftar pekerja rentan (2).csv",
            })
    void aNameIsOneOfThatFolderThatIntakeTakes(String told, String name) {
        assertEquals(name, HandIn.nameOf(told));
    }

    @Test
    void whateverSomebodyCallsItTheNameCanBeGivenAndIsTaken() {
        for (String told : List.of(
                "a\u0000b.csv",
                "a\nb.csv",
                "\u202Evsc.exe",
                "\uD800.csv",
                "\uFFFD.csv",
                "x".repeat(5_000) + ".csv",
                "\u00e9".repeat(400),
                "." + "x".repeat(400),
                ".tmp.tmp")) {
            String name = HandIn.nameOf(told);

            assertFalse(StandingStill.isUnfinishedName(name), name);
            assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 180, name);
            assertEquals(
                    Path.of("drop"), Path.of("drop").resolve(name).normalize().getParent(), name);
            assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(name), name);
        }
        assertTrue(HandIn.nameOf("x".repeat(5_000) + ".csv").endsWith(".csv"));
    }

    @Test
    void whatLiesThereAlreadyIsNotReplacedAndNobodyElseCanReadIt() throws IOException {
        try (House house = House.open(Settings.load(Path.of("config"), Map.of("jembatan.home", home.toString())))) {
            HandIn handIn = new HandIn(house);
            Programme programme = house.rules()
                    .agreements()
                    .getProgramme(new ProgrammeKey(new RegencyCode("9203"), "pekerja-rentan-2025"));

            assertEquals("daftar.csv", handIn.put(programme, false, upload("satu")));
            assertEquals("daftar (2).csv", handIn.put(programme, false, upload("dua")));
            assertEquals("daftar.csv", handIn.put(programme, true, upload("tiga")));

            Path folder = home.resolve("drop").resolve(FAKFAK);
            assertEquals("satu", Files.readString(folder.resolve("daftar.csv")));
            assertEquals("dua", Files.readString(folder.resolve("daftar (2).csv")));
            assertEquals("tiga", Files.readString(folder.resolve("berhenti/daftar.csv")));
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("daftar.csv"))));
            try (Stream<Path> left = Files.list(home.resolve("work"))) {
                assertTrue(left.noneMatch(file -> file.toString().endsWith(".upload")));
            }
        }
    }

    private WebUpload upload(String content) throws IOException {
        return new WebUpload("daftar.csv", Files.writeString(home.resolve("work/sent.upload"), content));
    }
}
