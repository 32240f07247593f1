package id.jembatan.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file system without modes and without folders that can be opened, as Windows has; here, the JDK's one in a ZIP. */
class DurableWithoutModesTest {

    @TempDir
    Path folder;

    @Test
    void filesAreMadeAndPublishedThereToo() throws Exception {
        try (FileSystem windows = FileSystems.newFileSystem(folder.resolve("disk.zip"), Map.of("create", "true"))) {
            Path work = windows.getPath("/home/work");
            Path unfinished = work.resolve(".rows.csv");
            Durable.makeFolders(work);
            Durable.makeFile(unfinished);
            Files.writeString(unfinished, "first");
            Durable.makeReadOnly(unfinished);

            Durable.publishFile(unfinished, work.resolve("rows.csv"));
            Durable.closeForOthers(work);
            Durable.syncAll(work);

            assertEquals("first", Files.readString(work.resolve("rows.csv")));
            assertFalse(Files.exists(unfinished));
        }
    }
}
