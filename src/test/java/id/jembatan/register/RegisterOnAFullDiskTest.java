package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.stage.Register;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded register where its file cannot be let others into: no room for the address, say. */
class RegisterOnAFullDiskTest {

    @TempDir
    Path folder;

    @Test
    void isOpenedByTheSameProcessWhenThereIsRoomAgain() throws Exception {
        Path inTheWay = Files.createDirectories(folder.resolve(".register.address/in-the-way"));
        assertThrows(RuntimeException.class, this::open);

        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());

        try (Register register = open()) {
            assertTrue(register.isEmpty());
        }
    }

    private Register open() {
        return Register.openEmbedded(folder, ";WRITE_DELAY=0", "jembatan", "", 2);
    }
}
