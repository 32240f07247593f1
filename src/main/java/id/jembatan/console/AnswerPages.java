package id.jembatan.console;

import id.jembatan.domain.AnswerDecided;
import id.jembatan.domain.AnswerQuestion;
import id.jembatan.domain.AnswerVerdict;
import id.jembatan.domain.LineRef;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Programme;
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

/** What branches have answered in two ways: each beside the lines that it could mean, decided as at the terminal. */
final class AnswerPages {

    private static final int DONE = 0;
    private static final int TO_REPAIR = 1;

    private final House house;
    private final Messages messages;
    private final AnswerDesk desk;
    private final View view;
    private final Figures figures;

    AnswerPages(House house, View view, Figures figures) {
        this.house = house;
        this.messages = house.messages();
        this.desk = new AnswerDesk(house);
        this.view = view;
        this.figures = figures;
    }

    /** Those that wait. */
    List<Map<String, String>> lines() {
        return desk.listOpen().stream()
                .map(question -> Map.of(
                        "name", question.name(),
                        "number", number(question),
                        "branch", question.branch(),
                        "why", why(question),
                        "since", figures.day(question.day())))
                .toList();
    }

    /** Without the word that tells it from a review at the terminal. */
    private static String number(AnswerQuestion question) {
        return question.name().substring(AnswerDesk.NAMED.length());
    }

    private String why(AnswerQuestion question) {
        return messages.get("report.answer.reason." + question.reason());
    }

    /** {@code /reviews/answer:3.17}, for who may see reviews. */
    Optional<WebAnswer> answer(Visit visit) throws Exception {
        Optional<AnswerQuestion> question = desk.find(visit.path(1));
        if (question.isEmpty()) {
            return Optional.empty();
        }
        if (!visit.request().isChanging()) {
            return Optional.of(look(visit, question.get()));
        }
        return Optional.of(
                visit.account().isDeciding()
                        ? decide(visit, question.get())
                        : WebAnswer.page(403, view.page("plain", visit, Map.of("key", "console.refused"))));
    }

    /** Who looks at one sees persons: noted as of the command. */
    private WebAnswer look(Visit visit, AnswerQuestion question) throws Exception {
        house.audit()
                .around(
                        visit.account().name(),
                        ReviewPages.ACTION,
                        ReviewDesk.facts(question.name(), "look", "", "", ""),
                        () -> question.open() ? TO_REPAIR : DONE);
        return show(200, visit, question, "", "", "");
    }

    private WebAnswer show(
            int status, Visit visit, AnswerQuestion question, String problem, String choice, String reason)
            throws IOException {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", question.name());
        shown.put("number", number(question));
        shown.put("branch", question.branch());
        shown.put("file", question.file().value());
        shown.put("row", question.row());
        shown.put("day", figures.day(question.day()));
        shown.put("reason", why(question));
        shown.put("says", says(Optional.of(question.verdict()), question.kpj()));
        shown.put("words", ReviewDesk.masked(question.why()));
        shown.put("lines", question.lines().stream().map(this::line).toList());
        shown.put("open", question.open());
        shown.put("version", question.version());
        shown.put("canBeTaken", question.canBeTaken());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("question", shown);
        values.put("problem", problem);
        values.put("choice", choice);
        values.put("reason", reason);
        return WebAnswer.page(status, view.page("answer", visit, values));
    }

    private Map<String, String> line(AnswerQuestion.Line line) {
        return Map.of(
                "ref",
                line.ref().toString(),
                "programme",
                house.rules()
                        .agreements()
                        .findProgramme(line.programme())
                        .map(Programme::name)
                        .orElse(line.programme().toString()),
                "nik",
                line.nik().toString(),
                "name",
                ReviewDesk.masked(line.name()),
                "state",
                messages.find("console.claim." + line.state())
                        .orElse(line.state().name()),
                "said",
                says(line.verdict(), line.kpj()));
    }

    private String says(Optional<AnswerVerdict> verdict, Optional<String> kpj) {
        return verdict.map(it -> messages.get("cli.review.answer." + it)
                        + kpj.map(number -> ", KPJ " + AnswerDesk.masked(number))
                                .orElse(""))
                .orElse("–");
    }

    private WebAnswer decide(Visit visit, AnswerQuestion question) throws Exception {
        WebRequest request = visit.request();
        String choice = request.field("choice");
        String reason = request.field("reason");
        String seen = request.field("seen");
        String by = visit.account().name();
        if (reason.isBlank() || seen.isBlank()) {
            return show(400, visit, question, messages.get("console.review.why"), choice, reason);
        }
        AnswerDecided[] decided = new AnswerDecided[1];
        try {
            house.audit()
                    .around(
                            by,
                            ReviewPages.ACTION,
                            ReviewDesk.facts(question.name(), "decide", choice, seen, reason),
                            () -> {
                                Optional<LineRef> line = desk.choose(question, choice);
                                decided[0] = desk.decide(question, line, seen, reason, by);
                                return decided[0] == AnswerDecided.DONE ? DONE : TO_REPAIR;
                            });
        } catch (Unusable unusable) {
            return show(400, visit, question, messages.get("console.review.choose"), "", reason);
        }
        if (decided[0] == AnswerDecided.DONE) {
            return WebAnswer.seeOther("/reviews?said=answered");
        }
        AnswerQuestion now = desk.find(question.name()).orElse(question);
        return show(409, visit, now, messages.get("cli.review." + decided[0], question.name()), "", reason);
    }
}
