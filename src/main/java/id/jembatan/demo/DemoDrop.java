package id.jembatan.demo;

import id.jembatan.domain.ProgrammeKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * One file that somebody puts into a programme's folder on some day of the demo.
 *
 * @param fileName unique within its programme and day
 * @param receivedAs the name under which it is answered: of a ZIP its one entry's
 * @param expected what must become of it
 */
public record DemoDrop(
        LocalDate businessDate,
        ProgrammeKey programme,
        String fileName,
        String receivedAs,
        DropExpectation expected,
        FileMaker maker) {

    DemoDrop(
            LocalDate businessDate,
            ProgrammeKey programme,
            String fileName,
            DropExpectation expected,
            FileMaker maker) {
        this(businessDate, programme, fileName, fileName, expected, maker);
    }

    /** Makes the file, the same bytes each time. */
    @FunctionalInterface
    public interface FileMaker {

        void make(Path file) throws IOException;
    }

    /** Writes the file; it appears whole under that path. */
    public void writeTo(Path file) throws IOException {
        maker.make(file);
    }
}
