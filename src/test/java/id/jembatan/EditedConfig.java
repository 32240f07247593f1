package id.jembatan;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The shipped configuration in a folder of its own, for somebody to edit. */
public final class EditedConfig {

    private final Path folder;

    public EditedConfig(Path folder) throws IOException {
        this.folder = folder;
        Path shipped = Path.of("config");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(shipped.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** Saves a file with something else in the first place that is found. */
    public EditedConfig replace(String file, String found, String replacement) throws IOException {
        Path path = folder.resolve(file);
        String before = Files.readString(path);
        String after = before.replaceFirst(found, replacement);
        assertNotEquals(before, after, file + " has no " + found);
        Files.writeString(path, after);
        return this;
    }

    /**
     * Another occupation that is not eligible, nobody above 50, one place only, a column and an answer that are known no
     * more, other rates, another layout, other words.
     */
    public EditedConfig ofEverything() throws IOException {
        return replace("occupations.yaml", "(?m)^  - IRT$", "  - IRT\n  - Nelayan")
                .replace("regencies/9203-fakfak.yaml", "quota: 10000", "quota: 1\n    age: {min: 18, max: 50}")
                .replace("regencies/9203-fakfak.yaml", "name: Pekerja Rentan 2025", "name: Pekerja Lain")
                .replace("columns.yaml", "TANGGAL LAHIR, ", "")
                .replace("answers.yaml", "DITERIMA, TERIMA, ", "")
                .replace("rates.yaml", "6800", "6900")
                .replace("outbound/provisional-1.yaml", "header: NAMA,", "header: NAMA_LENGKAP,")
                .replace(
                        "messages/findings_id.properties",
                        "(?m)^finding.NIK_LENGTH.detail.15=.*$",
                        "finding.NIK_LENGTH.detail.15=Lain.")
                .replace("messages/report_id.properties", "(?m)^report.title=.*$", "report.title=Lain")
                .replace(
                        "messages/outbound_id.properties",
                        "(?m)^outbound.subject.new=.*$",
                        "outbound.subject.new=Lain");
    }

    public Path folder() {
        return folder;
    }
}
