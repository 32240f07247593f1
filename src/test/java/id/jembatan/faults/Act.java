package id.jembatan.faults;

import id.jembatan.ZipWriting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What happens in the story: somebody puts files there, and one command takes them or decides. */
enum Act {
    /** A list with every outcome of its own, one whose person is somebody else's, one in a ZIP, one that is none, one for practice. */
    DROPS {
        @Override
        void lay(Path home) throws IOException {
            Path fakfak = home.resolve("drop/9203-fakfak/pekerja-rentan-2025");
            put(fakfak.resolve("a.csv"), HEADER + """
                            9203011205809001,YOSEP HINDOM,12-05-1980
                            9203011306819002,YUNUS PATIRAN,13-06-1981
                            920301140782900,MARTEN IBA,14-07-1982
                            9203011306819002,YUNUS PATIRAN,13-06-1981
                            9203011508839003,OBED KABES,15-08-1983
                            """);
            put(fakfak.resolve("b.csv"), HEADER + """
                            9203011205809001,SILVESTER REMETWA,01-02-1990
                            9203011609849004,PAULUS TUTUROP,16-09-1984
                            9203011508839003,OBED KABES,16-08-1983
                            """);
            ZipWriting zip = new ZipWriting();
            zip.add("kiriman/satu.csv", HEADER + "9203011710859005,DOMINGGUS WERFETE,17-10-1985\n");
            Path file = fakfak.resolve("c.zip");
            Files.write(file, zip.bytes());
            touch(file);
            put(fakfak.resolve("d.csv"), "bukan daftar\n");
            put(
                    fakfak.resolveSibling("latihan").resolve("e.csv"),
                    HEADER + "9203011811869006,HENGKY HEGEMUR,18-11-1986\n");
        }

        @Override
        List<String> command(String seen) {
            return List.of("ingest");
        }
    },
    REVIEW {
        @Override
        List<String> command(String seen) {
            return List.of("review", "1", "--decide", "1", "--seen", seen, "--reason", "kartu dilihat");
        }
    },
    ENROLMENT {
        @Override
        List<String> command(String seen) {
            return List.of("enrol");
        }
    },
    /** The branch refuses the second, takes the others, and says one thing twice. */
    ANSWERS {
        @Override
        void lay(Path home) throws IOException {
            List<String> refs = new ArrayList<>();
            for (Path file : filesUnder(home.resolve("outbound/fakfak"), ".csv")) {
                List<String> lines = Files.readAllLines(file);
                lines.subList(1, lines.size()).forEach(line -> refs.add(line.split(",", 3)[1]));
            }
            StringBuilder answers = new StringBuilder("REF,STATUS,KPJ,ALASAN\n");
            for (int i = 0; i < refs.size(); i++) {
                String line = refs.get(i)
                        + (i == 1 ? ",DITOLAK,,data tidak cocok\n" : ",DITERIMA," + (10_000_000_000L + i) + ",\n");
                answers.append(line.repeat(i == 2 ? 2 : 1));
            }
            put(home.resolve("answer/fakfak/jawaban.csv"), answers.toString());
        }

        @Override
        List<String> command(String seen) {
            return List.of("ingest");
        }
    };

    private static final String HEADER = "NIK,NAMA,TANGGAL LAHIR\n";

    /** Puts the files there that the command finds. */
    void lay(Path home) throws IOException {}

    /**
     * What is typed.
     *
     * @param seen the version of the review, as {@code review} shows it
     */
    abstract List<String> command(String seen);

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        touch(file);
    }

    /** Files are received in the order of their names. */
    private static void touch(Path file) throws IOException {
        long second = file.getFileName().toString().charAt(0);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2025-06-01T00:00:00Z").plusSeconds(second)));
    }

    private static List<Path> filesUnder(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
