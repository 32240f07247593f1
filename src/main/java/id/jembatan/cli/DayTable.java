package id.jembatan.cli;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.RegencyDay;
import id.jembatan.domain.RowCounts;
import id.jembatan.domain.Rupiah;
import id.jembatan.pipeline.DayPages;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Unusable;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One day: every file with its counts, their sums by programme and of the regency, and the batches. */
final class DayTable {

    private final Messages messages;
    private final LocalDate day;
    private final DayPages pages;

    DayTable(House house, String asked) {
        this.messages = house.messages();
        this.pages = new DayPages(house);
        try {
            this.day = LocalDate.parse(asked);
        } catch (DateTimeException e) {
            throw new Unusable(messages.get("cli.day.wrong", asked));
        }
    }

    int print(PrintWriter out, boolean json, boolean page) throws IOException {
        List<RegencyDay> days = pages.of(day);
        if (json) {
            ScriptJson.print(out, days.stream().map(DayTable::facts).toList());
        } else if (days.isEmpty()) {
            out.println(messages.get("cli.day.none", day));
        } else {
            print(out, days);
        }
        if (page) {
            pages.write(day).forEach(file -> {
                if (!json) {
                    out.println(messages.get("cli.day.page", file));
                }
            });
        }
        out.flush();
        return Jembatan.DONE;
    }

    private void print(PrintWriter out, List<RegencyDay> days) {
        List<String> header = new ArrayList<>(
                List.of(messages.get("cli.programme"), messages.get("cli.drop"), messages.get("cli.result")));
        header.add(messages.get("cli.read"));
        for (Outcome outcome : Outcome.values()) {
            header.add(messages.get("cli.outcome." + outcome));
        }
        TextTable table = new TextTable(header.toArray(String[]::new));
        for (RegencyDay each : days) {
            each.drops()
                    .forEach(drop -> row(
                            table,
                            programmeOf(drop),
                            drop.receipt().id().value(),
                            DropTable.result(drop),
                            RegencyDay.countsOf(drop)));
            each.byProgramme()
                    .forEach((programme, counts) ->
                            row(table, programme.toString(), messages.get("cli.day.sum"), "", counts));
            each.regency()
                    .ifPresent(regency ->
                            row(table, regency.code().toString(), messages.get("cli.day.sum"), "", each.total()));
        }
        table.print(out);
        days.forEach(each -> each.batches()
                .forEach(batch -> out.println(messages.get("cli.status.batch", batch.number(), batch.people()))));
    }

    private void row(TextTable table, String programme, String name, String result, RowCounts counts) {
        List<String> cells = new ArrayList<>(List.of(programme, name, result));
        cells.add(Rupiah.count(counts.read(), messages.language()));
        for (Outcome outcome : Outcome.values()) {
            cells.add(Rupiah.count(counts.of(outcome), messages.language()));
        }
        table.row(cells.toArray(String[]::new));
    }

    private static String programmeOf(LoggedDrop drop) {
        return drop.receipt()
                .programme()
                .map(Object::toString)
                .or(() -> drop.receipt().regency().map(Object::toString))
                .orElse("-");
    }

    private static Map<String, Object> facts(RegencyDay day) {
        Map<String, Object> facts = new LinkedHashMap<>();
        day.regency().ifPresent(regency -> facts.put("regency", regency.code().value()));
        facts.put("day", day.day().toString());
        facts.put(
                "drops",
                day.drops().stream()
                        .map(drop -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("drop", drop.receipt().id().value());
                            one.put("programme", programmeOf(drop));
                            one.put("result", DropTable.result(drop));
                            one.put("rows", rows(RegencyDay.countsOf(drop)));
                            return one;
                        })
                        .toList());
        Map<String, Object> programmes = new LinkedHashMap<>();
        day.byProgramme().forEach((programme, counts) -> programmes.put(programme.toString(), rows(counts)));
        facts.put("programmes", programmes);
        facts.put("rows", rows(day.total()));
        facts.put(
                "batches",
                day.batches().stream()
                        .map(batch -> Map.of(
                                "batch", batch.number(),
                                "people", batch.people(),
                                "monthly", batch.monthly().total()))
                        .toList());
        return facts;
    }

    private static Map<String, Long> rows(RowCounts counts) {
        Map<String, Long> rows = new LinkedHashMap<>();
        rows.put("read", counts.read());
        for (Outcome outcome : Outcome.values()) {
            rows.put(RowCounts.nameOf(outcome), counts.of(outcome));
        }
        return rows;
    }
}
