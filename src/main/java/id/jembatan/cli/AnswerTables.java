package id.jembatan.cli;

import id.jembatan.domain.AnswerQuestion;
import id.jembatan.domain.AnswerVerdict;
import id.jembatan.domain.Messages;
import id.jembatan.pipeline.AnswerDesk;
import id.jembatan.pipeline.ReviewDesk;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What branches have answered in two ways, as the operator reads it: NIKs and KPJs masked. */
final class AnswerTables {

    private final Messages messages;
    private final PrintWriter out;

    AnswerTables(Messages messages, PrintWriter out) {
        this.messages = messages;
        this.out = out;
    }

    void printLines(List<AnswerQuestion> questions) {
        if (questions.isEmpty()) {
            return;
        }
        out.println(messages.get("cli.review.answers"));
        TextTable table = new TextTable(
                messages.get("cli.review.number"),
                messages.get("cli.branch"),
                messages.get("cli.review.row"),
                messages.get("cli.review.answer.line"),
                messages.get("cli.review.answer.why"));
        for (AnswerQuestion question : questions) {
            table.row(
                    question.name(),
                    question.branch(),
                    question.file() + " " + question.row(),
                    question.lines().isEmpty()
                            ? ""
                            : question.lines().get(0).ref().toString(),
                    messages.get("report.answer.reason." + question.reason()));
        }
        table.print(out);
    }

    /** The row, and below it the lines that it could mean. */
    void print(AnswerQuestion question) {
        out.println(messages.get(
                "cli.review.head.ANSWER",
                question.name(),
                question.branch(),
                question.file(),
                question.row(),
                messages.get("report.answer.reason." + question.reason())));
        out.println(messages.get(
                        "cli.review.answer.says",
                        says(Optional.of(question.verdict()), question.kpj()),
                        ReviewDesk.masked(question.why()))
                .strip());
        TextTable table = new TextTable(
                messages.get("cli.review.answer.line"),
                messages.get("cli.programme"),
                "NIK",
                messages.get("field.name"),
                messages.get("cli.review.state"),
                messages.get("cli.review.answer.said"));
        for (AnswerQuestion.Line line : question.lines()) {
            table.row(
                    line.ref().toString(),
                    line.programme().toString(),
                    line.nik().toString(),
                    ReviewDesk.masked(line.name()),
                    line.state().name(),
                    says(line.verdict(), line.kpj()));
        }
        table.print(out);
        out.println(
                question.open()
                        ? messages.get(
                                question.canBeTaken() ? "cli.review.how.ANSWER" : "cli.review.how.KPJ",
                                question.name(),
                                question.version())
                        : messages.get("cli.review.NOT_OPEN", question.name()));
    }

    private String says(Optional<AnswerVerdict> verdict, Optional<String> kpj) {
        return verdict.map(it -> messages.get("cli.review.answer." + it)
                        + kpj.map(number -> " " + AnswerDesk.masked(number)).orElse(""))
                .orElse("-");
    }

    /** As a script reads it. */
    static Map<String, Object> facts(AnswerQuestion question) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", question.name());
        facts.put("branch", question.branch());
        facts.put("file", question.file().value());
        facts.put("row", question.row());
        facts.put("reason", question.reason().name());
        facts.put("says", question.verdict().name());
        question.kpj().ifPresent(kpj -> facts.put("kpj", AnswerDesk.masked(kpj)));
        facts.put("open", question.open());
        facts.put("version", question.version());
        facts.put("lines", question.lines().stream().map(AnswerTables::facts).toList());
        return facts;
    }

    private static Map<String, Object> facts(AnswerQuestion.Line line) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("ref", line.ref().toString());
        facts.put("programme", line.programme().toString());
        facts.put("nik", line.nik().toString());
        facts.put("state", line.state().name());
        line.verdict().ifPresent(verdict -> facts.put("said", verdict.name()));
        line.kpj().ifPresent(kpj -> facts.put("kpj", AnswerDesk.masked(kpj)));
        return facts;
    }
}
