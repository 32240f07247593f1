package id.jembatan.console;

import id.jembatan.domain.Decided;
import id.jembatan.domain.Dispute;
import id.jembatan.domain.Messages;
import id.jembatan.domain.StandingDecision;
import id.jembatan.page.Figures;
import id.jembatan.pipeline.AnswerDesk;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.ReviewDesk;
import id.jembatan.pipeline.Unusable;
import id.jembatan.pipeline.WebAnswer;
import id.jembatan.pipeline.WebRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tinjauan: what waits for a person, both sides beside each other, decided as {@code jembatan review} decides it. */
final class ReviewPages implements Page {

    private static final int DONE = 0;
    private static final int TO_REPAIR = 1;

    /** As the audit trail calls it, whoever asks and from where. */
    static final String ACTION = "review";

    private static final String CASE = "case:";

    private final House house;
    private final ReviewDesk desk;
    private final AnswerPages answers;
    private final View view;
    private final Sides sides;

    ReviewPages(House house, View view, Figures figures) {
        this.house = house;
        this.desk = new ReviewDesk(house);
        this.answers = new AnswerPages(house, view, figures);
        this.view = view;
        this.sides = new Sides(house, desk, figures);
    }

    @Override
    public Optional<WebAnswer> answer(Visit visit) throws Exception {
        if (!visit.account().isSeeingReviews()) {
            return Optional.empty();
        }
        WebRequest request = visit.request();
        if (visit.isOfLength(1) && !request.isChanging()) {
            return Optional.of(list(visit));
        }
        if (visit.isOfLength(2) && visit.path(1).startsWith(AnswerDesk.NAMED)) {
            return answers.answer(visit);
        }
        Optional<Dispute> dispute = visit.isOfLength(2) ? desk.find(visit.path(1)) : Optional.empty();
        if (dispute.isEmpty()) {
            return Optional.empty();
        }
        if (!request.isChanging()) {
            return Optional.of(look(visit, dispute.get()));
        }
        return Optional.of(
                visit.account().isDeciding()
                        ? request.field("does").equals("undo")
                                ? undo(visit, dispute.get())
                                : decide(visit, dispute.get())
                        : WebAnswer.page(403, view.page("plain", visit, Map.of("key", "console.refused"))));
    }

    private WebAnswer list(Visit visit) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("reviews", lines(Dispute.Kind.REVIEW, desk.listReviews()));
        values.put("cases", lines(Dispute.Kind.CASE, desk.listCases()));
        values.put("answers", answers.lines());
        values.put("decided", desk.listDecidedToday().stream().map(this::line).toList());
        return WebAnswer.page(200, view.page("reviews", visit, values));
    }

    private Map<String, String> line(StandingDecision made) {
        return Map.of("name", made.name(), "choice", choice(made), "by", made.by());
    }

    private String choice(StandingDecision made) {
        boolean isCase = made.name().startsWith(CASE);
        return house.messages().get((isCase ? "console.decided.case." : "console.decided.") + made.choice());
    }

    private List<Map<String, Object>> lines(Dispute.Kind kind, List<Long> numbers) {
        return numbers.stream()
                .flatMap(number -> desk.find(kind, number).stream())
                .map(sides::line)
                .toList();
    }

    /** Who looks at one sees persons: noted as of the command. */
    private WebAnswer look(Visit visit, Dispute dispute) throws Exception {
        house.audit()
                .around(
                        visit.account().name(),
                        ACTION,
                        ReviewDesk.facts(dispute.name(), "look", "", "", ""),
                        () -> dispute.open() ? TO_REPAIR : DONE);
        return show(200, visit, dispute, "", "", "");
    }

    private WebAnswer show(int status, Visit visit, Dispute dispute, String problem, String choice, String reason)
            throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("review", sides.whole(dispute));
        values.put("problem", problem);
        values.put("choice", choice);
        values.put("reason", reason);
        values.put(
                "made",
                desk.listDecidedToday().stream()
                        .filter(made -> !dispute.open() && made.name().equals(dispute.name()))
                        .map(this::line)
                        .toList());
        return WebAnswer.page(status, view.page("review", visit, values));
    }

    /** As long as the day lasts and nothing stands on the decision. */
    private WebAnswer undo(Visit visit, Dispute dispute) throws Exception {
        String by = visit.account().name();
        Decided[] undone = new Decided[1];
        house.audit().around(by, ACTION, ReviewDesk.facts(dispute.name(), "undo", "", "", ""), () -> {
            undone[0] = desk.undo(dispute, by);
            return undone[0].result() == Decided.Result.DONE ? DONE : TO_REPAIR;
        });
        if (undone[0].result() == Decided.Result.DONE) {
            return WebAnswer.seeOther("/reviews/" + dispute.name() + "?said=undone");
        }
        Messages messages = house.messages();
        String said = messages.get("cli.review." + undone[0].result(), dispute.name());
        String why = undone[0].blockers().stream()
                .map(blocker -> messages.get("cli.review.blocker." + blocker.kind(), blocker.what()))
                .collect(Collectors.joining("; "));
        return show(409, visit, dispute, (said + " " + why).strip(), "", "");
    }

    private WebAnswer decide(Visit visit, Dispute dispute) throws Exception {
        WebRequest request = visit.request();
        String choice = request.field("choice");
        String reason = request.field("reason");
        String seen = request.field("seen");
        String by = visit.account().name();
        Decided[] decided = new Decided[1];
        try {
            house.audit().around(by, ACTION, ReviewDesk.facts(dispute.name(), "decide", choice, seen, reason), () -> {
                decided[0] = desk.decide(dispute, desk.wish(dispute, choice, seen, reason, by));
                return decided[0].result() == Decided.Result.DONE ? DONE : TO_REPAIR;
            });
        } catch (Unusable unusable) {
            String key = reason.isBlank() ? "console.review.why" : "console.review.choose";
            return show(400, visit, dispute, house.messages().get(key), choice, reason);
        }
        if (decided[0].result() == Decided.Result.DONE) {
            return WebAnswer.seeOther("/reviews?said=decided");
        }
        String said = house.messages().get("cli.review." + decided[0].result(), dispute.name());
        Dispute now = desk.find(dispute.name()).orElse(dispute);
        return show(409, visit, now, said, "", reason);
    }
}
