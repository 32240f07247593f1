package id.jembatan.report;

import id.jembatan.domain.Messages;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.Places;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.RepairStanding;
import id.jembatan.domain.RepairTally;
import id.jembatan.domain.Reply;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.domain.RowCounts;
import id.jembatan.page.Figures;
import id.jembatan.page.Pages;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code tanda-terima.html}: the one page that a clerk prints and keeps (SPEC section 7). It says what came, what became
 * of it, why, and what to do; it names rows and never people, and shows long numbers in names masked.
 */
public final class ReceiptPage {

    /** So many have a line with what to do, the largest; with more the page would not fit two sheets. */
    private static final int MOST_CAUSES = 12;

    public static final String FILE = "tanda-terima.html";

    private final Messages messages;
    private final Figures figures;
    private final Causes causes;
    private final Pages pages;

    public ReceiptPage(Messages messages) {
        this.messages = messages;
        this.figures = new Figures(messages);
        this.causes = new Causes(messages, figures);
        this.pages = new Pages(messages);
    }

    /**
     * Writes the page.
     *
     * @param list how a repaired list stands; empty for any other drop
     * @param rows where its rows of each kind are
     * @param zone of the regency
     * @throws IllegalStateException when the rows do not balance: nothing may then be published
     */
    public void write(Path file, Reply reply, Optional<RepairTally> list, RowsByStanding rows, ZoneId zone)
            throws IOException {
        reply.rows().requireBalanced();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("status", reply.status().name());
        values.put("facts", facts(reply, zone));
        values.put("judgedOtherwise", reply.judgedOtherwise() == 0 ? "" : figures.count(reply.judgedOtherwise()));
        values.put("refusal", refusal(reply));
        values.put("read", figures.count(reply.rows().read()));
        values.put("outcomes", outcomes(reply));
        values.put("list", list.map(tally -> list(tally, rows)).orElse(List.of()));
        values.put(
                "proposed",
                reply.proposed().orElse(0) == 0
                        ? ""
                        : figures.count(reply.proposed().getAsLong()));
        values.put("money", reply.places().map(this::places).orElse(List.of()));
        values.put("kept", reply.receipt().leavers() ? "report.refusal.kept.leavers" : "report.refusal.kept");
        values.put("repairNext", reply.receipt().leavers() ? "report.next.repair.leavers" : "report.next.repair");
        values.put("repairFile", needsRepair(reply.rows()));
        values.put("leftOutFile", hasLeftOut(reply.rows()));
        List<Map<String, String>> found = causes.largestFirst(reply);
        int inFull = Math.min(MOST_CAUSES, found.size());
        values.put("causes", found.subList(0, inFull));
        values.put("moreCauses", causes.inShort(found.subList(inFull, found.size())));
        values.put("ignored", causes.ignored(reply.reading()));
        values.put("unknownColumns", causes.unknownColumns(reply));
        values.put("rules", reply.rules());
        values.put("drop", reply.receipt().id().value());
        pages.write(file, "receipt.html", values);
    }

    private List<Map<String, String>> facts(Reply reply, ZoneId zone) {
        Receipt receipt = reply.receipt();
        List<Map<String, String>> facts = new ArrayList<>();
        facts.add(fact("report.fact.file", Masked.text(receipt.file())));
        if (receipt.leavers()) {
            facts.add(fact("report.fact.kind", messages.get("report.kind.leavers")));
        }
        facts.add(fact("report.fact.programme", or(reply.programmeName(), "report.fact.none")));
        facts.add(fact(
                "report.fact.regency",
                or(reply.regencyName(), "report.fact.none")
                        + receipt.regency()
                                .map(RegencyCode::value)
                                .map(code -> " (" + code + ")")
                                .orElse("")));
        facts.add(fact("report.fact.received", figures.moment(receipt.receivedAt(), zone)));
        if (reply.status() == ReplyStatus.SEEN) {
            receipt.firstReceivedAt()
                    .ifPresent(first -> facts.add(fact("report.fact.first", figures.moment(first, zone))));
        }
        facts.add(fact("report.fact.drop", receipt.id().value()));
        return facts;
    }

    private Map<String, String> refusal(Reply reply) {
        return reply.refusal()
                .map(refusal -> Map.of(
                        "code", refusal.code().name(),
                        "why", Masked.text(messages.sentence(refusal)),
                        "action", messages.action(refusal.code())))
                .orElse(Map.of());
    }

    private List<Map<String, String>> outcomes(Reply reply) {
        RowCounts rows = reply.rows();
        List<Map<String, String>> outcomes = new ArrayList<>();
        for (Outcome outcome : Summary.order(reply.receipt())) {
            String key = "report.outcome." + RowCounts.nameOf(outcome);
            outcomes.add(Map.of(
                    "name", messages.get(key),
                    "meaning", meaning(reply, key),
                    "rows", figures.count(rows.of(outcome)),
                    "class", rows.of(outcome) == 0 ? "none" : ""));
        }
        return outcomes;
    }

    /** UNCHANGED and REJECTED mean something else of a leaver. */
    private String meaning(Reply reply, String key) {
        return (reply.receipt().leavers() ? messages.find(key + ".leavers") : Optional.<String>empty())
                .orElseGet(() -> messages.get(key + ".meaning"));
    }

    private List<Map<String, String>> list(RepairTally tally, RowsByStanding rows) {
        return List.of(
                standing("report.list.repaired", tally.repaired(), rows.text(RepairStanding.REPAIRED, messages)),
                standing("report.list.stillWrong", tally.stillWrong(), rows.text(RepairStanding.STILL_WRONG, messages)),
                standing("report.list.new", tally.fresh(), rows.text(RepairStanding.NEW, messages)),
                standing("report.list.left", tally.left(), messages.get("report.list.left.meaning")));
    }

    private Map<String, String> standing(String key, long number, String where) {
        return Map.of("name", messages.get(key), "rows", figures.count(number), "where", where);
    }

    private List<Map<String, String>> places(Places places) {
        List<Map<String, String>> facts = new ArrayList<>();
        places.quota().ifPresent(quota -> facts.add(fact("report.places.quota", people(quota))));
        facts.add(fact("report.places.used", people(places.used())));
        facts.add(fact(
                "report.places.left",
                places.left().isPresent()
                        ? people(places.left().getAsLong())
                        : messages.get("report.places.unlimited")));
        facts.add(fact("report.places.waiting", people(places.waiting())));
        facts.add(fact("report.money.monthly", figures.rupiah(places.monthly())));
        facts.add(fact("report.money.committed", figures.rupiah(places.committed())));
        places.budget().ifPresent(budget -> {
            BigDecimal left = budget.subtract(places.committed()).max(BigDecimal.ZERO);
            facts.add(fact("report.money.budget", figures.rupiah(budget)));
            facts.add(fact("report.money.left", figures.rupiah(left)));
        });
        return facts;
    }

    private String people(long number) {
        return messages.get("report.people", figures.count(number));
    }

    private Map<String, String> fact(String key, String value) {
        return Map.of("name", messages.get(key), "value", value);
    }

    private String or(String text, String key) {
        return text.isEmpty() ? messages.get(key) : text;
    }

    private static boolean needsRepair(RowCounts rows) {
        return rows.of(Outcome.REJECTED) + rows.of(Outcome.REVIEW) > 0;
    }

    private static boolean hasLeftOut(RowCounts rows) {
        return rows.of(Outcome.DUPLICATE) + rows.of(Outcome.COVERED) + rows.of(Outcome.WAITLISTED) > 0;
    }
}
