package id.jembatan.cli;

import id.jembatan.domain.AgeRange;
import id.jembatan.domain.FoundRow;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Places;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Rupiah;
import id.jembatan.domain.WhatIfAnswer;
import id.jembatan.domain.WhatIfAnswer.Fate;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Unusable;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who would come in, or stay out, under another quota, budget, age or length; nothing is changed. */
@Command(
        name = "what-if",
        footer = {
            "jembatan what-if --regency 9203 --programme pekerja-rentan-2025 --quota 12000",
            "jembatan what-if --regency 9203 --programme pekerja-rentan-2025 --age-max 70 --json"
        })
final class WhatIfCommand extends HouseCommand {

    /** So many of those who wait are listed; the counts are of all. */
    private static final int LISTED = 50;

    private static final int OLDEST = 150;
    private static final int MOST_MONTHS = 1_200;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AskedProgramme asked;

    @Option(names = "--quota", paramLabel = "N")
    private @Nullable Integer quota;

    @Option(names = "--budget", paramLabel = "RP")
    private @Nullable BigDecimal budget;

    @Option(names = "--age-min", paramLabel = "N")
    private @Nullable Integer ageMin;

    @Option(names = "--age-max", paramLabel = "N")
    private @Nullable Integer ageMax;

    @Option(names = "--months", paramLabel = "N")
    private @Nullable Integer months;

    @Option(names = "--json")
    private boolean json;

    @Override
    int call(House house) throws Exception {
        ProgrammeKey key = asked.get(house.rules().agreements(), house.messages());
        Programme now = house.rules().agreements().getProgramme(key);
        requireTerms(house.messages());
        LocalDate day = house.clock()
                .today(house.rules().agreements().getRegency(key.regency()).zone());
        List<Long> first = new ArrayList<>();
        List<Fate> fates = new ArrayList<>();
        WhatIfAnswer today = ask(
                house,
                now.under(day, OptionalInt.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty()),
                day,
                first,
                fates);
        first.clear();
        fates.clear();
        WhatIfAnswer then = ask(house, underAskedTerms(now, day), day, first, fates);
        if (json) {
            ScriptJson.print(out(), facts(house, today, then, first, fates));
        } else {
            print(house, today, then, first, fates);
        }
        return Jembatan.DONE;
    }

    private void requireTerms(Messages messages) {
        require(messages, "--quota", quota, 0, Integer.MAX_VALUE);
        require(messages, "--age-min", ageMin, 0, OLDEST);
        require(messages, "--age-max", ageMax, ageMin == null ? 0 : ageMin, OLDEST);
        require(messages, "--months", months, 1, MOST_MONTHS);
        if (budget != null && budget.signum() < 0) {
            throw new Unusable(messages.get("cli.what-if.not-negative", "--budget", budget.toPlainString()));
        }
    }

    private static void require(Messages messages, String option, @Nullable Integer given, int least, int most) {
        if (given == null || (given >= least && given <= most)) {
            return;
        }
        throw new Unusable(
                most == Integer.MAX_VALUE
                        ? messages.get("cli.what-if.not-negative", option, Integer.toString(given))
                        : messages.get(
                                "cli.what-if.not-between",
                                option,
                                Integer.toString(least),
                                Integer.toString(most),
                                Integer.toString(given)));
    }

    private Programme underAskedTerms(Programme now, LocalDate day) {
        Optional<AgeRange> age = ageMin == null && ageMax == null
                ? Optional.empty()
                : Optional.of(new AgeRange(
                        ageMin == null ? now.age().min() : ageMin,
                        ageMax == null ? now.age().max() : OptionalInt.of(ageMax)));
        return now.under(
                day,
                quota == null ? OptionalInt.empty() : OptionalInt.of(quota),
                Optional.ofNullable(budget),
                age,
                months == null ? OptionalInt.empty() : OptionalInt.of(months));
    }

    private static WhatIfAnswer ask(House house, Programme under, LocalDate day, List<Long> first, List<Fate> fates) {
        return house.inquiries().whatIf(under, day, (rowId, fate) -> {
            if (first.size() < LISTED) {
                first.add(rowId);
                fates.add(fate);
            }
        });
    }

    private static Map<String, Object> facts(
            House house, WhatIfAnswer now, WhatIfAnswer then, List<Long> first, List<Fate> fates) {
        List<FoundRow> rows = house.inquiries().findRows(first);
        List<Map<String, Object>> people = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            FoundRow row = rows.get(i);
            people.add(Map.of(
                    "drop", row.drop().value(),
                    "sheet", row.place().sheet(),
                    "row", row.place().row(),
                    "nik", row.nik(),
                    "fate", fates.get(i).name()));
        }
        return Map.of("now", facts(now), "then", facts(then), "people", people);
    }

    private static Map<String, Object> facts(WhatIfAnswer answer) {
        Places places = answer.places();
        Map<String, Object> facts = new LinkedHashMap<>();
        places.quota().ifPresent(limit -> facts.put("quota", limit));
        facts.put("used", places.used());
        places.budget().ifPresent(limit -> facts.put("budget", limit));
        facts.put("committed", places.committed());
        facts.put("waiting", places.waiting());
        for (Fate fate : Fate.values()) {
            facts.put(fate.name(), answer.count(fate));
        }
        return facts;
    }

    private void print(House house, WhatIfAnswer now, WhatIfAnswer then, List<Long> first, List<Fate> fates) {
        PrintWriter out = out();
        Messages messages = house.messages();
        TextTable table = new TextTable("", messages.get("cli.what-if.now"), messages.get("cli.what-if.then"));
        table.row(messages.get("cli.quota"), quota(now.places(), messages), quota(then.places(), messages));
        table.row(
                messages.get("cli.what-if.used"),
                count(now.places().used(), messages),
                count(then.places().used(), messages));
        table.row(messages.get("cli.what-if.budget"), budget(now.places(), messages), budget(then.places(), messages));
        table.row(
                messages.get("cli.what-if.committed"),
                Rupiah.text(now.places().committed(), messages.language()),
                Rupiah.text(then.places().committed(), messages.language()));
        table.row(
                messages.get("cli.waiting"),
                count(now.places().waiting(), messages),
                count(then.places().waiting(), messages));
        for (Fate fate : Fate.values()) {
            table.row(
                    messages.get("cli.what-if." + fate),
                    count(now.count(fate), messages),
                    count(then.count(fate), messages));
        }
        table.print(out);
        List<FoundRow> rows = house.inquiries().findRows(first);
        if (!rows.isEmpty()) {
            TextTable people =
                    new TextTable(messages.get("cli.drop"), messages.get("cli.row"), "NIK", messages.get("cli.result"));
            for (int i = 0; i < rows.size(); i++) {
                FoundRow row = rows.get(i);
                people.row(
                        row.drop().value(),
                        row.place().seenFrom(""),
                        row.nik(),
                        messages.get("cli.what-if." + fates.get(i)));
            }
            out.println();
            people.print(out);
            if (then.places().waiting() > rows.size()) {
                out.println(messages.get("cli.and-more", count(then.places().waiting() - rows.size(), messages)));
            }
        }
        out.flush();
    }

    private static String quota(Places places, Messages messages) {
        return places.quota().isPresent() ? count(places.quota().getAsLong(), messages) : "-";
    }

    private static String budget(Places places, Messages messages) {
        return places.budget()
                .map(rupiah -> Rupiah.text(rupiah, messages.language()))
                .orElse("-");
    }

    private static String count(long number, Messages messages) {
        return Rupiah.count(number, messages.language());
    }
}
