package id.jembatan.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP around one list, the same bytes each time. */
final class ZippedList {

    private static final LocalDateTime ALWAYS = LocalDateTime.of(2022, 1, 3, 8, 0);

    private ZippedList() {}

    static void write(Path zip, String name, Path list) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(ALWAYS);
            out.putNextEntry(entry);
            Files.copy(list, out);
            out.closeEntry();
        }
    }
}
