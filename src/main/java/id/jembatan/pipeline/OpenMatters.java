package id.jembatan.pipeline;

import id.jembatan.domain.Unanswered;
import java.util.ArrayList;
import java.util.List;

/** What was set aside, and what branches have not answered: a code and what it is about each, nobody by name. */
final class OpenMatters {

    private final House house;

    OpenMatters(House house) {
        this.house = house;
    }

    /** Drops and answer files that a fault stopped. */
    List<String> listParked() {
        List<String> parked = new ArrayList<>();
        house.log()
                .listParked()
                .forEach(drop -> parked.add("PARKED " + drop.receipt().id()));
        house.answers().listParked().forEach(file -> parked.add("PARKED answer " + file.id()));
        return parked;
    }

    /** Batches that wait for their branch, and those for which it is to be called. */
    List<String> listUnanswered() {
        long callAfter = house.settings().number("jembatan.answers.call-after");
        List<String> unanswered = new ArrayList<>();
        for (Unanswered silent : house.silence().listUnanswered()) {
            long days = silent.days(house.today(silent.programme().regency()));
            String much = silent.batch() + ": " + silent.lines() + ", " + days;
            if (days > 0) {
                unanswered.add("UNANSWERED " + much);
            }
            if (days >= callAfter) {
                unanswered.add("CALL " + silent.branch() + ": " + silent.batch() + ", " + silent.lines() + ", " + days);
            }
        }
        return unanswered;
    }
}
