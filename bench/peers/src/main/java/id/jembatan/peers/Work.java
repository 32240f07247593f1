package id.jembatan.peers;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What a peer is to do.
 *
 * @param list a CSV file in UTF-8, its header on the first line
 * @param out an empty folder for all that it writes
 * @param url of an empty database of its own, for JDBC
 * @param regions reference/regions.csv of Jembatan: the area codes of Indonesia
 * @param today against which ages are reckoned
 */
public record Work(Path list, char delimiter, Path out, String url, Path regions, LocalDate today) {

    public Path rows() {
        return out.resolve("rows.csv");
    }

    public Path outbound() {
        return out.resolve("outbound.csv");
    }
}
