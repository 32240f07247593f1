package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.domain.Regency;
import id.jembatan.domain.RegencyDay;
import id.jembatan.report.DayPage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;

/** What a day brought, for each regency; the night writes the page of the day that it ends. */
public final class DayPages {

    private static final String FOLDER = "_harian";

    private final House house;

    public DayPages(House house) {
        this.house = house;
    }

    /** The day of every regency that anything happened in, and then of files in no regency's folder; proved. */
    public List<RegencyDay> of(LocalDate day) {
        List<RegencyDay> days = new ArrayList<>();
        for (Regency regency : house.rules().agreements().regencies()) {
            days.add(of(Optional.of(regency), day));
        }
        days.add(of(Optional.empty(), day));
        return days.stream().filter(each -> !each.isEmpty()).toList();
    }

    private RegencyDay of(Optional<Regency> regency, LocalDate day) {
        return new RegencyDay(
                        regency,
                        day,
                        house.log().listOfDay(day).stream()
                                .filter(drop -> drop.receipt().regency().equals(regency.map(Regency::code)))
                                .toList(),
                        house.enrolments().listOfDay(day).stream()
                                .filter(batch ->
                                        Optional.of(batch.programme().regency()).equals(regency.map(Regency::code)))
                                .toList())
                .requireBalanced();
    }

    /** Of the regencies in the zone whose night it is. */
    public void writeDayBefore(@Header("zone") String zone, @Header("night") @Nullable LocalDate night)
            throws IOException {
        for (Regency regency : house.rules().agreements().regencies()) {
            if (regency.zone().equals(ZoneId.of(zone))) {
                LocalDate today = night == null ? house.clock().today(regency.zone()) : night;
                write(regency, of(Optional.of(regency), today.minusDays(1)));
            }
        }
    }

    /** Writes the page of each regency that anything happened in; gives where they are. */
    public List<Path> write(LocalDate day) throws IOException {
        List<Path> pages = new ArrayList<>();
        for (RegencyDay each : of(day)) {
            if (each.regency().isPresent()) {
                pages.add(write(each.regency().get(), each));
            }
        }
        return pages;
    }

    /** {@code reply/<code>-<slug>/_harian/<yyyy-mm-dd>.html}; nothing for a day on which nothing happened. */
    private Path write(Regency regency, RegencyDay day) throws IOException {
        Path folder = house.workspace().reply().resolve(regency.folder()).resolve(FOLDER);
        Path page = folder.resolve(day.day() + ".html");
        if (day.isEmpty()) {
            return page;
        }
        Durable.makeFolders(folder);
        Path unfinished = folder.resolve("." + day.day() + ".html");
        Durable.makeFile(unfinished);
        new DayPage(house.messages()).write(unfinished, regency, day);
        Durable.publishFile(unfinished, page);
        return page;
    }
}
