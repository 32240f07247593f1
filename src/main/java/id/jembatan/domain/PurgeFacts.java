package id.jembatan.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a purge removed, in counts, hashes and paths: nobody by name.
 *
 * @param people whose data went, each once however often the person stood in a list
 * @param rows of people in lists
 * @param programmes by their keys
 * @param files in the order of their paths
 * @param shared paths of files that still hold some of these people, beside others who are within their retention; not
 *     known of purges of earlier versions
 */
public record PurgeFacts(
        long people, long rows, Map<String, OfProgramme> programmes, List<GoneFile> files, List<String> shared) {

    /**
     * What went of one programme.
     *
     * @param people with an entry in it
     * @param rows of its lists
     * @param drops whose files went
     */
    public record OfProgramme(long people, long rows, long drops) {

        /** Both together. */
        public OfProgramme plus(OfProgramme more) {
            return new OfProgramme(people + more.people, rows + more.rows, drops + more.drops);
        }
    }

    /**
     * A file, or a folder with all that was in it.
     *
     * @param path in the home
     * @param bytes 0 of a folder
     * @param sha256 "" of a folder
     */
    public record GoneFile(String path, long bytes, String sha256) {}

    public PurgeFacts {
        programmes = Map.copyOf(programmes);
        files = List.copyOf(files);
        shared = List.copyOf(Objects.requireNonNullElse(shared, List.of()));
    }
}
