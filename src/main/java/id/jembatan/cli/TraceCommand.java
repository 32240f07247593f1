package id.jembatan.cli;

import id.jembatan.domain.AnswerOutcome;
import id.jembatan.domain.Field;
import id.jembatan.domain.Messages;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.PersonTrace;
import id.jembatan.domain.Worker;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.TracePerson;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything known of one person, with the files and rows it came from. */
@Command(
        name = "trace",
        footer = {"jembatan trace", "jembatan trace --json < nik.txt"})
final class TraceCommand extends HouseCommand {

    @Option(names = "--json")
    private boolean json;

    @Override
    int call(House house) throws Exception {
        NationalId nik = TypedNik.ask(err(), house.messages());
        PersonTrace trace = new TracePerson(house).trace(nik, root().actor());
        PrintWriter out = out();
        if (json) {
            ScriptJson.print(out, facts(nik, trace));
        } else {
            print(out, house.messages(), nik, trace);
        }
        out.flush();
        return Jembatan.DONE;
    }

    private static void print(PrintWriter out, Messages messages, NationalId nik, PersonTrace trace)
            throws IOException {
        if (trace.isEmpty()) {
            out.println(messages.get("cli.trace.nobody", nik));
            return;
        }
        out.println(messages.get("cli.trace.person", nik));
        PersonTrace.latest(trace.rows())
                .map(row -> person(row.worker()))
                .orElse(Map.of())
                .forEach((field, text) -> out.println("  " + messages.get("field." + field) + ": " + text));
        PersonTrace.inQuestion(trace.rows())
                .forEach(row -> out.println(messages.get(
                        "cli.trace.in-question",
                        row.drop(),
                        row.place().seenFrom(""),
                        row.worker().name(),
                        row.worker().birthDate().map(LocalDate::toString).orElse("-"))));
        TextTable rows = new TextTable(
                messages.get("cli.day"),
                messages.get("cli.drop"),
                messages.get("cli.file"),
                messages.get("cli.row"),
                messages.get("cli.programme"),
                messages.get("cli.result"));
        trace.rows()
                .forEach(row -> rows.row(
                        row.day().toString(),
                        row.drop().value(),
                        row.file(),
                        row.place().seenFrom(""),
                        row.programme().map(Object::toString).orElse("-"),
                        (row.outcome() + " " + row.ref() + (row.freed().isEmpty() ? "" : " > " + row.freed()))
                                .strip()));
        out.println();
        rows.print(out);
        if (!trace.entries().isEmpty()) {
            TextTable entries = new TextTable(
                    messages.get("cli.programme"),
                    messages.get("cli.trace.state"),
                    messages.get("cli.trace.from"),
                    messages.get("cli.trace.ended"),
                    "KPJ");
            trace.entries()
                    .forEach(entry -> entries.row(
                            entry.programme().toString(),
                            entry.state().name(),
                            entry.sentMonth().map(TraceCommand::month).orElse("-"),
                            (entry.endedOn().map(LocalDate::toString).orElse("") + " " + entry.endReason()).strip(),
                            entry.kpj()));
            out.println();
            entries.print(out);
        }
        trace.sent().forEach(sent -> out.println(messages.get("cli.trace.sent", sent.ref(), sent.day())));
        trace.answers().forEach(answer -> out.println(answer(messages, answer)));
        trace.reviews()
                .forEach(review -> out.println(messages.get(
                        review.closed() ? "cli.trace.review-closed" : "cli.trace.review-open",
                        review.number(),
                        review.regency())));
        trace.looksLike()
                .forEach(row -> out.println(messages.get(
                        "cli.trace.alike", row.nik(), row.drop(), row.place().seenFrom(""))));
        out.println(messages.get("cli.trace.noted"));
    }

    private static String answer(Messages messages, PersonTrace.Answered answer) {
        String verdict = answer.verdict()
                .map(said -> messages.get("report.answer.verdict." + said))
                .orElse("-");
        String outcome = answer.outcome() == AnswerOutcome.SETTLED
                ? ""
                : " [" + messages.get("report.answer.outcome." + answer.outcome()) + "]";
        return messages.get(
                "cli.trace.answered",
                answer.ref(),
                answer.day(),
                answer.file(),
                verdict + (answer.why().isEmpty() ? "" : ": " + answer.why()) + outcome);
    }

    private static String month(LocalDate first) {
        return first.toString().substring(0, 7);
    }

    private static Map<String, String> person(Worker worker) {
        Map<String, String> person = new LinkedHashMap<>();
        person.put(Field.NAME.key(), worker.name());
        worker.birthDate().ifPresent(date -> person.put(Field.BIRTH_DATE.key(), date.toString()));
        worker.texts().forEach((field, text) -> person.put(field.key(), text));
        return person;
    }

    private static Map<String, Object> facts(PersonTrace.Answered answer) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("ref", answer.ref());
        told.put("day", answer.day().toString());
        told.put("file", answer.file());
        told.put("verdict", answer.verdict().map(Enum::name).orElse(""));
        told.put("outcome", answer.outcome().key());
        told.put("kpj", answer.kpj());
        told.put("reason", answer.why());
        return told;
    }

    private static Map<String, Object> facts(NationalId nik, PersonTrace trace) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (PersonTrace.Row row : trace.rows()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("day", row.day().toString());
            told.put("drop", row.drop().value());
            told.put("file", row.file());
            told.put("sheet", row.place().sheet());
            told.put("row", row.place().row());
            told.put("programme", row.programme().map(Object::toString).orElse(""));
            told.put("outcome", row.outcome().name());
            told.put("ref", row.ref());
            told.put("afterReview", row.freed());
            told.put("person", person(row.worker()));
            rows.add(told);
        }
        List<Map<String, Object>> entries = new ArrayList<>();
        for (PersonTrace.Entry entry : trace.entries()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("programme", entry.programme().toString());
            told.put("state", entry.state().name());
            told.put("sentMonth", entry.sentMonth().map(TraceCommand::month).orElse(""));
            told.put("endedOn", entry.endedOn().map(LocalDate::toString).orElse(""));
            told.put("endReason", entry.endReason());
            told.put("kpj", entry.kpj());
            entries.add(told);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("nik", nik.toString());
        facts.put("rows", rows);
        facts.put("entries", entries);
        facts.put("sent", trace.sent().stream().map(sent -> sent.ref()).toList());
        facts.put(
                "sentOn",
                trace.sent().stream().map(sent -> sent.day().toString()).toList());
        facts.put("answers", trace.answers().stream().map(TraceCommand::facts).toList());
        facts.put(
                "reviews",
                trace.reviews().stream().map(review -> review.number()).toList());
        return facts;
    }
}
