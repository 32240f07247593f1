package id.jembatan.bench;

import com.sun.management.OperatingSystemMXBean;
import id.jembatan.register.Database;
import id.jembatan.register.RegisterRooms;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/** What this process and the database behind a register have spent of the processors. */
final class SpentTime {

    private final OperatingSystemMXBean own = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final List<ProcessHandle> server;

    private SpentTime(List<ProcessHandle> server) {
        this.server = server;
    }

    /** The register's connections are open by now; each is a process of PostgreSQL, and H2 has none of its own. */
    static SpentTime of(RegisterRooms rooms, Database database) {
        return new SpentTime(
                database == Database.H2
                        ? List.of()
                        : rooms
                                .sql
                                .queryForList(
                                        "select pid from pg_stat_activity where backend_type = 'client backend'",
                                        Long.class)
                                .stream()
                                .map(pid -> ProcessHandle.of(pid).orElseThrow())
                                .toList());
    }

    double millis() {
        Duration spent = Duration.ofNanos(own.getProcessCpuTime());
        for (ProcessHandle process : server) {
            spent = spent.plus(process.info().totalCpuDuration().orElseThrow());
        }
        return spent.toNanos() / 1e6;
    }
}
