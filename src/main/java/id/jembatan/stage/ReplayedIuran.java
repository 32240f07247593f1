package id.jembatan.stage;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RegencyCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/** Contribution lists again: who is listed follows from the register as it then stood, the sums stay as they were. */
final class ReplayedIuran {

    private final Register register;
    private final ProgrammeNumbers programmes;

    ReplayedIuran(Register register) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
    }

    void addTo(Map<String, Replay.Step> steps) {
        steps.put("iuran", this::issued);
    }

    private void issued(JsonNode facts) {
        String name = facts.get("programme").asText();
        int slash = name.indexOf('/');
        ProgrammeKey key = new ProgrammeKey(new RegencyCode(name.substring(0, slash)), name.substring(slash + 1));
        YearMonth month = YearMonth.parse(facts.get("month").asText());
        IuranLines lines = new IuranLines(register, new JournalOutbox(register), name, programmes.numberOf(key));
        lines.bring(month, YearMonth.parse(facts.get("start").asText()));
        lines.insertMonth(month, LocalDate.parse(facts.get("day").asText()), Json.writeTree(facts.get("figures")));
    }
}
