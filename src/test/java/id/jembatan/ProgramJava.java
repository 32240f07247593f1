package id.jembatan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.cli.Jembatan;
import id.jembatan.disk.Durable;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Java for the program in a process of its own, as {@code bin/jembatan} starts it, and quick: with the simple compiler and an
 * archive of classes that are read and proved already. A process of the tests lives for some seconds, of which most would
 * be classes. The archive wants jars: the program's is put together from its classes, once for the same ones.
 */
public final class ProgramJava {

    private static final Path CLASSES = ofTheProgram();
    private static final Path MADE = Path.of("target/program-java");
    private static final Path LIST = Path.of("examples/drops/9-nik-sebagai-angka.xlsx");

    private static final LocalDateTime TIME = LocalDateTime.of(2025, 1, 1, 0, 0);

    private ProgramJava() {}

    private static final class Made {
        static final List<String> LINE = make();
    }

    /**
     * The command line, up to what the program is told.
     *
     * @param options further ones of Java
     */
    public static List<String> line(String... options) {
        List<String> line = new ArrayList<>(Made.LINE);
        line.addAll(1, List.of(options));
        return line;
    }

    private static Path ofTheProgram() {
        try {
            return Path.of(Jembatan.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> make() {
        try {
            Path folder = MADE.resolve(
                    UUID.nameUUIDFromBytes((System.getProperty("java.vm.version") + libraries() + classes())
                                    .getBytes(StandardCharsets.UTF_8))
                            .toString());
            Path archive = folder.resolve("classes.jsa").toAbsolutePath();
            if (!Files.exists(archive)) {
                archiveInto(folder);
            }
            return line(folder, "-Xshare:auto", "-Xlog:cds*=off", "-XX:SharedArchiveFile=" + archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The archive knows where the jar lies, how long it is and of when: whoever makes it makes the same. */
    private static void archiveInto(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        String unfinished = "." + ProcessHandle.current().pid();
        Path jar = folder.resolve(unfinished + ".jar");
        writeJar(jar);
        Files.setLastModifiedTime(jar, FileTime.from(TIME.toInstant(ZoneOffset.UTC)));
        Files.move(jar, jar(folder), StandardCopyOption.ATOMIC_MOVE);
        Path archive = folder.resolve(unfinished + ".jsa");
        Path home = Files.createTempDirectory("program-java");
        Path drop = Files.createDirectories(home.resolve("drop/9203-fakfak/latihan"));
        Files.copy(LIST, drop.resolve("daftar.xlsx"));
        List<String> line = line(folder, "-Xlog:cds*=off", "-XX:ArchiveClassesAtExit=" + archive);
        line.addAll(List.of("--home", home.toString(), "--set", "jembatan.today=2025-06-02", "ingest"));
        File said = folder.resolve("said.log").toFile();
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        assertTrue(process.exitValue() <= 1 && Files.exists(archive), () -> read(said.toPath()));
        Files.move(archive, folder.resolve("classes.jsa"), StandardCopyOption.ATOMIC_MOVE);
        Durable.removeAll(home);
    }

    private static List<String> line(Path folder, String... options) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@bin/java.options",
                "-XX:TieredStopAtLevel=1"));
        line.addAll(List.of(options));
        line.addAll(List.of("-cp", jar(folder).toAbsolutePath() + File.pathSeparator + libraries()));
        line.add(Jembatan.class.getName());
        return line;
    }

    private static Path jar(Path folder) {
        return folder.resolve("jembatan.jar");
    }

    private static String libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String classes() throws IOException {
        StringBuilder classes = new StringBuilder();
        for (Path file : files()) {
            classes.append(file)
                    .append(Files.size(file))
                    .append(Files.getLastModifiedTime(file))
                    .append('\n');
        }
        return classes.toString();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(file -> !file.equals(CLASSES)).sorted().toList();
        }
    }

    /** With its folders: migrations are looked for by theirs. */
    private static void writeJar(Path jar) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(bytes)) {
            for (Path file : files()) {
                String name = CLASSES.relativize(file).toString();
                JarEntry entry = new JarEntry(Files.isDirectory(file) ? name + "/" : name);
                entry.setTimeLocal(TIME);
                out.putNextEntry(entry);
                if (Files.isRegularFile(file)) {
                    Files.copy(file, out);
                }
                out.closeEntry();
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
