package id.jembatan.outbound;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file of a batch while its lines are written; whole after {@code close}. */
interface LineFile extends Closeable {

    void add(List<String> cells) throws IOException;

    /** Begins the file with its header. */
    static LineFile begin(Path file, Profile profile) throws IOException {
        Optional<Profile.Csv> csv = profile.csv();
        LineFile begun = csv.isPresent() ? new CsvLineFile(file, csv.get()) : new XlsxLineFile(file);
        begun.add(profile.headers());
        return begun;
    }
}
