package id.jembatan.cli;

import id.jembatan.domain.Contribution;
import id.jembatan.domain.IuranFigures;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Protection;
import id.jembatan.domain.Rupiah;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.IssueIuran;
import id.jembatan.pipeline.Unusable;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The month's contribution list of every programme, or of one. */
@Command(
        name = "iuran",
        footer = {"jembatan iuran 2025-06", "jembatan iuran 2025-07 --draft --regency 9203"})
final class IuranCommand extends HouseCommand {

    @Parameters(paramLabel = "yyyy-mm", descriptionKey = "month")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String month;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Narrowed narrowed;

    @Option(names = "--draft")
    private boolean draft;

    @Option(names = "--json")
    private boolean json;

    /** One programme's list. */
    private record Listed(Programme programme, IuranFigures figures) {}

    @Override
    int call(House house) throws Exception {
        if (draft) {
            return list(house);
        }
        Map<String, Object> facts = new TreeMap<>(narrowed.facts());
        facts.put("month", month);
        return deciding(house, facts, () -> list(house));
    }

    private int list(House house) throws IOException {
        YearMonth asked = asked(house.messages());
        IssueIuran iuran = new IssueIuran(house);
        List<Listed> lists = new ArrayList<>();
        for (Programme each : programmes(house)) {
            requireBegun(house.messages(), asked, YearMonth.from(iuran.today(each)));
            Optional<IuranFigures> figures = draft ? iuran.draft(each, asked) : iuran.issue(each, asked);
            figures.ifPresent(found -> lists.add(new Listed(each, found)));
        }
        PrintWriter out = out();
        if (json) {
            ScriptJson.print(
                    out,
                    Map.of(
                            "month",
                            asked.toString(),
                            "programmes",
                            lists.stream().map(IuranCommand::facts).toList()));
        } else {
            print(out, house, iuran, lists);
        }
        out.flush();
        return Jembatan.DONE;
    }

    private YearMonth asked(Messages messages) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw new Unusable(messages.get("cli.iuran.no-month", month));
        }
    }

    /** What is not yet known cannot be frozen. */
    private void requireBegun(Messages messages, YearMonth asked, YearMonth now) {
        if (!draft && asked.isAfter(now)) {
            throw new Unusable(messages.get("cli.iuran.not-begun", asked));
        }
    }

    private List<Programme> programmes(House house) {
        narrowed.requireKnown(house.rules().agreements(), house.messages());
        return house.rules().agreements().listProgrammes().stream()
                .filter(each -> !each.practice())
                .filter(each -> narrowed.holds(each.key()))
                .toList();
    }

    private static Map<String, Object> facts(Listed list) {
        IuranFigures figures = list.figures();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("regency", list.programme().key().regency().value());
        facts.put("programme", list.programme().key().id());
        facts.put("issuedOn", figures.issuedOn().toString());
        facts.put("covered", figures.covered());
        facts.put("joined", figures.joined());
        facts.put("left", figures.left());
        facts.put("refused", figures.refused());
        facts.put("monthly", amounts(figures.monthly()));
        facts.put(
                "corrections",
                figures.corrections().stream()
                        .map(correction -> Map.of(
                                "month",
                                correction.month().toString(),
                                "people",
                                correction.people(),
                                "amount",
                                amounts(correction.amount())))
                        .toList());
        facts.put("due", amounts(figures.due()));
        facts.put("billed", figures.billed());
        facts.put("toCome", figures.toCome());
        figures.budget().ifPresent(budget -> facts.put("budget", budget));
        figures.budgetLeft().ifPresent(left -> facts.put("budgetLeft", left));
        return facts;
    }

    private static Map<String, BigDecimal> amounts(Contribution contribution) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        amounts.put("total", contribution.total());
        for (Protection protection : Protection.values()) {
            amounts.put(protection.name(), contribution.part(protection));
        }
        return amounts;
    }

    private void print(PrintWriter out, House house, IssueIuran iuran, List<Listed> lists) {
        Messages messages = house.messages();
        String language = messages.language();
        if (lists.isEmpty()) {
            out.println(messages.get("cli.iuran.nobody", month));
            return;
        }
        TextTable table = new TextTable(
                messages.get("cli.programme"),
                messages.get("cli.iuran.covered"),
                messages.get("cli.iuran.joined"),
                messages.get("cli.iuran.left"),
                messages.get("cli.iuran.month"),
                messages.get("cli.iuran.correction"),
                messages.get("cli.iuran.due"),
                messages.get("cli.iuran.budget-left"));
        for (Listed list : lists) {
            IuranFigures figures = list.figures();
            table.row(
                    list.programme().key().toString(),
                    Rupiah.count(figures.covered(), language),
                    Rupiah.count(figures.joined(), language),
                    Rupiah.count(figures.left(), language),
                    Rupiah.text(figures.monthly().total(), language),
                    Rupiah.text(figures.due().total().subtract(figures.monthly().total()), language),
                    Rupiah.text(figures.due().total(), language),
                    figures.budgetLeft()
                            .map(left -> Rupiah.text(left, language))
                            .orElse("-"));
        }
        table.print(out);
        if (draft) {
            out.println(messages.get("cli.iuran.draft"));
        } else {
            lists.forEach(list ->
                    out.println(iuran.folderOf(list.programme(), list.figures().month())));
        }
    }
}
