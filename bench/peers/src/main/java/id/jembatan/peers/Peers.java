package id.jembatan.peers;

import id.jembatan.peers.batch.SpringBatchPeer;
import id.jembatan.peers.camel.PlainCamelPeer;
import id.jembatan.peers.duck.DuckDbPeer;
import id.jembatan.peers.limits.BareLoading;
import id.jembatan.peers.limits.BareReading;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/**
 * One peer in a process of its own: {@code PEER LIST DELIMITER OUT URL REGIONS TODAY}. Prints how long its parts took, as an object
 * of JSON. {@code make bench-peers} runs them all.
 */
public final class Peers {

    private static final Map<String, Peer> ALL = Map.ofEntries(
            Map.entry("spring-batch", SpringBatchPeer::run),
            Map.entry("plain-camel", PlainCamelPeer::run),
            Map.entry("duckdb", DuckDbPeer::run),
            Map.entry("bytes", BareReading::bytes),
            Map.entry("fastcsv", BareReading::fastCsv),
            Map.entry("commons-csv", BareReading::commonsCsv),
            Map.entry("fastexcel-reader", BareReading::fastExcel),
            Map.entry("jackson", BareReading::jackson),
            Map.entry("load-h2", BareLoading::h2),
            Map.entry("load-postgresql", BareLoading::postgreSql));

    private Peers() {}

    public static void main(String[] arguments) throws Exception {
        Phases phases = new Phases();
        Work work = new Work(
                Path.of(arguments[1]),
                arguments[2].charAt(0),
                Path.of(arguments[3]),
                arguments[4],
                Path.of(arguments[5]),
                LocalDate.parse(arguments[6]));
        ALL.get(arguments[0]).run(work, phases);
        System.out.println(phases.toJson());
    }
}
