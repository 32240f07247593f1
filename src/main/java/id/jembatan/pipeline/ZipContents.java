package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.domain.DropRefused;
import id.jembatan.intake.Archive;
import id.jembatan.read.ZipUnpacking;
import id.jembatan.read.ZippedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What lies in a ZIP: unpacked, proved and archived file by file, before any of it is logged.
 *
 * @param work a folder of this node's own, on the same file system as the archive
 */
record ZipContents(ZipUnpacking unpacking, Archive archive, Path work) {

    /** Makes of one file in the ZIP what is wanted. */
    @FunctionalInterface
    interface Each<T> {
        T of(ZippedFile file, Archive.Kept kept);
    }

    /** The name that people know a file in a ZIP by (SPEC section 4). */
    static String nameIn(String zip, ZippedFile file) {
        return zip + "!/" + file.name();
    }

    boolean isZip(Path file) throws IOException {
        return unpacking.isZip(file);
    }

    /**
     * Takes the files in the order of the ZIP's directory.
     *
     * @throws DropRefused when the ZIP is refused whole
     */
    <T> List<T> take(Path zip, LocalDate day, Each<T> each) throws IOException {
        Path unpacked = Files.createTempDirectory(work, "zip-");
        try {
            List<T> taken = new ArrayList<>();
            for (ZippedFile file : unpacking.unpack(zip, unpacked)) {
                taken.add(each.of(file, archive.take(file.bytes(), day)));
            }
            return taken;
        } finally {
            Durable.removeAll(unpacked);
        }
    }
}
