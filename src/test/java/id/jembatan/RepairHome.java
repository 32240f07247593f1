package id.jembatan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.jembatan.domain.DropId;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Service;
import id.jembatan.pipeline.Settings;
import id.jembatan.register.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** A home with the shipped agreements in which lists go out, are repaired and come back, through the real routes. */
final class RepairHome implements AutoCloseable {

    private static final String FAKFAK = "9203-fakfak/pekerja-rentan-2025";

    private final Path home;
    private final House house;
    private final Service service;
    private int number;

    RepairHome(Path home) throws Exception {
        this.home = home;
        house = House.open(Settings.load(
                Path.of("config"),
                Map.of(
                        "jembatan.db.url",
                        Database.H2.newUrl(),
                        "jembatan.db.user",
                        Database.USER,
                        "jembatan.db.password",
                        Database.PASSWORD,
                        "jembatan.home",
                        home.toString(),
                        "jembatan.today",
                        "2025-06-02",
                        "jembatan.intake.quiet",
                        "0",
                        "jembatan.intake.delay",
                        "20",
                        "jembatan.faults.retries",
                        "0")));
        service = Service.start(house, Path.of("routes"));
    }

    /** What came back for one file. */
    record Answer(Path folder) {

        JsonNode summary() throws IOException {
            return new ObjectMapper().readTree(folder.resolve("summary.json").toFile());
        }

        long count(String field) throws IOException {
            return summary().at(field).asLong();
        }

        /** The lines of rows.csv, each as its cells. */
        List<List<String>> rows() throws IOException {
            return Files.readAllLines(folder.resolve("rows.csv")).stream()
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        }

        /** The sheets of perbaikan.xlsx; none when there is none. */
        List<WorkbookReading.Sheet> repair() throws IOException {
            Path file = folder.resolve("perbaikan.xlsx");
            return Files.exists(file) ? WorkbookReading.read(file) : List.of();
        }

        String receipt() throws IOException {
            return Files.readString(folder.resolve("tanda-terima.html"));
        }
    }

    /** Drops the bytes and gives back the reply. */
    Answer drop(String name, byte[] bytes) throws Exception {
        long last = house.log().listAfter(0).stream()
                .mapToLong(drop -> drop.receipt().number())
                .max()
                .orElse(0);
        Path aside = Files.write(home.resolve("work/aside"), bytes);
        Files.move(
                aside,
                home.resolve("drop").resolve(FAKFAK).resolve(++number + "-" + name),
                StandardCopyOption.ATOMIC_MOVE);
        service.openIntake();
        try {
            if (!service.awaitIdle()) {
                throw new IllegalStateException("a fault stopped the line");
            }
        } finally {
            service.closeIntake();
        }
        List<LoggedDrop> drops = house.log().listAfter(last);
        if (drops.size() != 1 || drops.get(0).step() != LoggedDrop.Step.REPLIED) {
            throw new AssertionError("expected one answered drop, found " + drops);
        }
        DropId id = drops.get(0).receipt().id();
        return new Answer(home.resolve("reply").resolve(FAKFAK).resolve(id.value()));
    }

    @Override
    public void close() throws IOException {
        service.close();
        house.close();
    }
}
