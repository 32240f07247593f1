package id.jembatan.console;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.LoggedDrop.Step;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Regency;
import id.jembatan.domain.RowCounts;
import id.jembatan.page.Figures;
import id.jembatan.pipeline.DropDesk;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.ReadingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drops as pages show them. */
final class DropLines {

    /** As a clerk looks for them: who is in, who is not yet, who is not. */
    private static final List<Outcome> ORDER = List.of(
            Outcome.ACCEPTED,
            Outcome.WAITLISTED,
            Outcome.UPDATED,
            Outcome.UNCHANGED,
            Outcome.ENDED,
            Outcome.DUPLICATE,
            Outcome.COVERED,
            Outcome.REVIEW,
            Outcome.REJECTED);

    /** What people read and repair stands before what machines read. */
    private static final List<String> FIRST = List.of("tanda-terima.html", "perbaikan.xlsx", "tidak-masuk.xlsx");

    private final House house;
    private final DropDesk desk;
    private final Messages messages;
    private final Figures figures;

    DropLines(House house, DropDesk desk, Figures figures) {
        this.house = house;
        this.desk = desk;
        this.messages = house.messages();
        this.figures = figures;
    }

    /** A line of a list. */
    Map<String, Object> line(LoggedDrop drop) {
        ZoneId zone = zone(drop);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("receipt", Long.toString(drop.receipt().number()));
        line.put("id", drop.receipt().id().value());
        line.put("file", DropDesk.masked(drop.receipt().file()));
        line.put("programme", programmeName(drop));
        line.put("leavers", drop.receipt().leavers());
        line.put("received", figures.moment(drop.receipt().receivedAt(), zone));
        line.put("age", figures.age(drop.receipt().receivedAt(), house.clock().now(zone)));
        line.put("state", state(drop));
        line.put("stateName", messages.get("console.state." + state(drop)));
        line.put("inWork", isInWork(drop));
        line.put("counted", isCounted(drop));
        RowCounts counts = desk.told(drop).outcomes();
        line.put("read", figures.count(counts.read()));
        line.put("accepted", figures.count(counts.of(Outcome.ACCEPTED)));
        line.put("ended", figures.count(counts.of(Outcome.ENDED)));
        line.put("repair", figures.count(counts.of(Outcome.REJECTED) + counts.of(Outcome.REVIEW)));
        return line;
    }

    /** All of it, for a page of its own. */
    Map<String, Object> whole(LoggedDrop drop) {
        Map<String, Object> whole = line(drop);
        whole.put("size", figures.size(drop.receipt().bytes()));
        whole.put("sha256", drop.receipt().sha256());
        whole.put("why", drop.refusal().map(messages::sentence).orElse(""));
        whole.put(
                "whyCode", drop.refusal().map(refusal -> refusal.code().name()).orElse(""));
        whole.put(
                "action",
                drop.refusal().map(refusal -> messages.action(refusal.code())).orElse(""));
        List<Map<String, Object>> counts = new ArrayList<>();
        RowCounts rows = desk.told(drop).outcomes();
        for (Outcome outcome : ORDER) {
            if (rows.of(outcome) > 0
                    || (outcome == Outcome.ACCEPTED && !drop.receipt().leavers())) {
                counts.add(Map.of(
                        "kind", outcome.name(),
                        "name", messages.get("report.outcome." + RowCounts.nameOf(outcome)),
                        "meaning", messages.get("report.outcome." + RowCounts.nameOf(outcome) + ".meaning"),
                        "count", figures.count(rows.of(outcome))));
            }
        }
        whole.put("counts", counts);
        return whole;
    }

    /** The files of its reply, the receipt apart. */
    List<Map<String, String>> files(LoggedDrop drop) throws IOException {
        List<Map<String, String>> files = new ArrayList<>();
        List<Path> sorted = new ArrayList<>(desk.files(drop));
        sorted.sort(Comparator.comparingInt(DropLines::rank));
        for (Path file : sorted) {
            String name = file.getFileName().toString();
            files.add(Map.of(
                    "name",
                    name,
                    "what",
                    messages.find("console.file." + name).orElse(""),
                    "size",
                    figures.size(Files.size(file))));
        }
        return files;
    }

    private static int rank(Path file) {
        int place = FIRST.indexOf(file.getFileName().toString());
        return place < 0 ? FIRST.size() : place;
    }

    /** {@code known}, {@code done}, {@code total}, {@code words}. */
    Map<String, Object> progress(LoggedDrop drop, Optional<ReadingProgress> progress) {
        if (progress.isEmpty() || drop.step() != Step.RECEIVED) {
            return Map.of(
                    "known",
                    false,
                    "done",
                    "0",
                    "total",
                    "1",
                    "words",
                    messages.get("console.progress." + drop.step()));
        }
        ReadingProgress reading = progress.get();
        String left = reading.secondsLeft().isEmpty()
                ? ""
                : messages.get(
                        "console.progress.left",
                        figures.count(reading.secondsLeft().getAsLong()));
        return Map.of(
                "known",
                true,
                "done",
                Long.toString(reading.done()),
                "total",
                Long.toString(Math.max(1, reading.total())),
                "words",
                messages.get(
                        "console.progress.rows", figures.count(reading.done()), figures.count(reading.total()), left));
    }

    boolean isInWork(LoggedDrop drop) {
        return drop.step() == Step.RECEIVED || drop.step() == Step.READ || drop.step() == Step.SETTLED;
    }

    /** Whether its rows have outcomes that can be shown. */
    private boolean isCounted(LoggedDrop drop) {
        return drop.refusal().isEmpty()
                && drop.step() != Step.RECEIVED
                && drop.step() != Step.READ
                && drop.step() != Step.PARKED;
    }

    /** The class of its mark and the key of its name. */
    private String state(LoggedDrop drop) {
        if (drop.step() == Step.PARKED || drop.step() == Step.UNDONE) {
            return drop.step().name();
        }
        if (isInWork(drop)) {
            return "WORK";
        }
        return drop.status().map(Enum::name).orElse("WORK");
    }

    private String programmeName(LoggedDrop drop) {
        return drop.receipt()
                .programme()
                .flatMap(house.rules().agreements()::findProgramme)
                .map(Programme::name)
                .or(() -> drop.receipt().programme().map(Object::toString))
                .orElseGet(() -> messages.get("console.drops.unplaced"));
    }

    private ZoneId zone(LoggedDrop drop) {
        return drop.receipt()
                .regency()
                .flatMap(house.rules().agreements()::findRegency)
                .map(Regency::zone)
                .orElse(ZoneOffset.UTC);
    }
}
