package id.jembatan.cli;

import id.jembatan.domain.AnswerQuestion;
import id.jembatan.domain.Claim;
import id.jembatan.domain.Dispute;
import id.jembatan.domain.Field;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Rupiah;
import id.jembatan.pipeline.AnswerDesk;
import id.jembatan.pipeline.ReviewDesk;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reviews, cases and look-alikes as the operator reads them: NIKs masked, and what differs marked. */
final class ReviewTables {

    private static final int LOOK_ALIKES = 50;
    private static final int SIDES = 4;
    private static final int WIDEST = 32;

    private final ReviewDesk desk;
    private final AnswerDesk answers;
    private final Messages messages;
    private final PrintWriter out;
    private final boolean json;

    ReviewTables(ReviewDesk desk, AnswerDesk answers, Messages messages, PrintWriter out, boolean json) {
        this.desk = desk;
        this.answers = answers;
        this.messages = messages;
        this.out = out;
        this.json = json;
    }

    /** Everything that waits; says whether anything does. What only looks alike waits for nobody. */
    boolean printAll() {
        List<Dispute> reviews = find(Dispute.Kind.REVIEW, desk.listReviews());
        List<Dispute> cases = find(Dispute.Kind.CASE, desk.listCases());
        List<AnswerQuestion> questions = answers.listOpen();
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("reviews", reviews.stream().map(DisputeFacts::line).toList());
            all.put("cases", cases.stream().map(DisputeFacts::line).toList());
            all.put("answers", questions.stream().map(AnswerTables::facts).toList());
            all.put("lookAlikes", DisputeFacts.lookAlikes(desk.listLookAlikes(LOOK_ALIKES)));
            ScriptJson.print(out, all);
        } else {
            if (reviews.isEmpty() && cases.isEmpty() && questions.isEmpty()) {
                out.println(messages.get("cli.review.nothing"));
            }
            printLines("cli.review.reviews", reviews);
            printLines("cli.review.cases", cases);
            new AnswerTables(messages, out).printLines(questions);
            printLookAlikes();
        }
        return !reviews.isEmpty() || !cases.isEmpty() || !questions.isEmpty();
    }

    private List<Dispute> find(Dispute.Kind kind, List<Long> numbers) {
        return numbers.stream()
                .flatMap(number -> desk.find(kind, number).stream())
                .toList();
    }

    private void printLines(String title, List<Dispute> disputes) {
        if (disputes.isEmpty()) {
            return;
        }
        out.println(messages.get(title));
        TextTable table = new TextTable(
                messages.get("cli.review.number"),
                messages.get("cli.review.regency"),
                "NIK",
                messages.get("cli.review.programmes"),
                messages.get("cli.review.rows"),
                messages.get("cli.review.since"));
        for (Dispute dispute : disputes) {
            table.row(
                    dispute.name(),
                    dispute.regency().value(),
                    dispute.nik().toString(),
                    DisputeFacts.programmes(dispute).stream().collect(Collectors.joining(", ")),
                    dispute.claims().stream()
                            .filter(claim -> !claim.entry())
                            .limit(SIDES)
                            .map(ReviewTables::where)
                            .collect(Collectors.joining(", ")),
                    dispute.since().toString());
        }
        table.print(out);
    }

    private static String where(Claim claim) {
        return claim.drop() + " " + claim.place().seenFrom("");
    }

    private void printLookAlikes() {
        long count = desk.countLookAlikes();
        if (count == 0) {
            return;
        }
        out.println(messages.get("cli.review.look-alikes", Rupiah.count(count, messages.language())));
        TextTable table = new TextTable("NIK", messages.get("cli.review.row"), "NIK", messages.get("cli.review.row"));
        desk.listLookAlikes(LOOK_ALIKES)
                .forEach(alike -> table.row(
                        alike.niks().get(0).toString(),
                        alike.drops().get(0) + " " + alike.places().get(0).seenFrom(""),
                        alike.niks().get(1).toString(),
                        alike.drops().get(1) + " " + alike.places().get(1).seenFrom("")));
        table.print(out);
    }

    /** One of them, all sides next to each other. */
    void print(Dispute dispute) {
        List<Integer> persons = desk.persons(dispute);
        if (json) {
            ScriptJson.print(out, DisputeFacts.whole(dispute, persons));
            return;
        }
        out.println(messages.get(
                "cli.review.head." + dispute.kind(),
                dispute.name(),
                dispute.regency(),
                dispute.nik(),
                dispute.since()));
        for (int from = 0; from < dispute.claims().size(); from += SIDES) {
            printSides(dispute, persons, from, Math.min(dispute.claims().size(), from + SIDES));
        }
        if (dispute.open()) {
            out.println(messages.get("cli.review.how." + dispute.kind(), dispute.name(), dispute.version()));
        } else {
            out.println(messages.get("cli.review.NOT_OPEN", dispute.name()));
        }
    }

    /** What a branch has answered in two ways. */
    void print(AnswerQuestion question) {
        if (json) {
            ScriptJson.print(out, AnswerTables.facts(question));
        } else {
            new AnswerTables(messages, out).print(question);
        }
    }

    private void printSides(Dispute dispute, List<Integer> persons, int from, int to) {
        List<Claim> claims = dispute.claims().subList(from, to);
        List<String> header = new ArrayList<>(List.of(""));
        persons.subList(from, to).forEach(person -> header.add(messages.get("cli.review.person", person)));
        TextTable table = new TextTable(header.toArray(String[]::new));
        row(
                table,
                messages.get("cli.review.row"),
                claims.stream().map(ReviewTables::where).toList());
        row(
                table,
                messages.get("cli.programme"),
                claims.stream().map(claim -> claim.programme().toString()).toList());
        row(
                table,
                messages.get("cli.review.state"),
                claims.stream().map(Claim::state).toList());
        for (Field field : Field.values()) {
            List<String> texts = claims.stream()
                    .map(claim -> DisputeFacts.text(claim.worker(), field))
                    .toList();
            if (texts.stream().anyMatch(text -> !text.isEmpty())) {
                boolean differs = DisputeFacts.differs(dispute, field);
                row(table, (differs ? "* " : "  ") + messages.get("field." + field.key()), texts);
            }
        }
        table.print(out);
    }

    private static void row(TextTable table, String name, List<String> cells) {
        List<String> all = new ArrayList<>(List.of(name));
        cells.forEach(cell -> all.add(cell.length() <= WIDEST ? cell : cell.substring(0, WIDEST - 1) + "…"));
        table.row(all.toArray(String[]::new));
    }
}
