package id.jembatan.cli;

import id.jembatan.domain.AnswerDecided;
import id.jembatan.domain.AnswerQuestion;
import id.jembatan.domain.Decided;
import id.jembatan.domain.Dispute;
import id.jembatan.domain.LineRef;
import id.jembatan.domain.Messages;
import id.jembatan.pipeline.AnswerDesk;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.ReviewDesk;
import id.jembatan.pipeline.Unusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What waits for a person: shown, decided, taken back (SPEC section 6). */
@Command(
        name = "review",
        footer = {
            "jembatan review",
            "jembatan review 7",
            "jembatan review 7 --decide same --reason 'KTP dilihat' --seen 3fb1c2d4e5",
            "jembatan review 7 --undo"
        })
final class ReviewCommand extends HouseCommand {

    @Parameters(paramLabel = "N", arity = "0..1", descriptionKey = "review")
    private @Nullable String name;

    @Option(names = "--decide", paramLabel = "CHOICE")
    private @Nullable String decide;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "grounds")
    private @Nullable String reason;

    @Option(names = "--seen", paramLabel = "V")
    private @Nullable String version;

    @Option(names = "--undo")
    private boolean undo;

    @Option(names = "--json")
    private boolean json;

    @Override
    int call(House house) throws Exception {
        ReviewDesk desk = new ReviewDesk(house);
        AnswerDesk answers = new AnswerDesk(house);
        ReviewTables tables = new ReviewTables(desk, answers, house.messages(), out(), json);
        String wanted = name;
        int exit = wanted == null
                ? call(desk, tables, house.messages())
                : deciding(
                        house,
                        facts(),
                        () -> wanted.startsWith(AnswerDesk.NAMED)
                                ? call(answers, tables, house.messages(), wanted)
                                : call(desk, tables, house.messages()));
        out().flush();
        return exit;
    }

    /** Who looks at one sees persons. */
    private Map<String, Object> facts() {
        return ReviewDesk.facts(
                String.valueOf(name),
                undo ? "undo" : decide != null ? "decide" : "look",
                decide == null ? "" : decide,
                String.valueOf(version),
                reason == null || reason.equals("-") ? "" : reason);
    }

    private int call(ReviewDesk desk, ReviewTables tables, Messages messages) throws Exception {
        if (name == null) {
            if (undo || decide != null) {
                throw unusable(messages, "cli.review.which");
            }
            return tables.printAll() ? Jembatan.TO_REPAIR : Jembatan.DONE;
        }
        Dispute dispute = find(desk, messages, name);
        if (undo) {
            return undo(desk, tables, messages, dispute);
        }
        if (decide != null) {
            return decide(desk, tables, messages, dispute, decide);
        }
        tables.print(dispute);
        return dispute.open() ? Jembatan.TO_REPAIR : Jembatan.DONE;
    }

    /** What a branch has answered in two ways. */
    private int call(AnswerDesk desk, ReviewTables tables, Messages messages, String wanted) throws Exception {
        if (undo) {
            throw unusable(messages, "cli.review.undo.answer");
        }
        AnswerQuestion question = find(desk, messages, wanted);
        if (decide == null) {
            tables.print(question);
            return question.open() ? Jembatan.TO_REPAIR : Jembatan.DONE;
        }
        String why = why();
        if (why.isBlank() || version == null) {
            throw unusable(messages, "cli.review.reason");
        }
        Optional<LineRef> line = desk.choose(question, decide);
        AnswerDecided decided = desk.decide(question, line, version, why, root().actor());
        out().println(messages.get(
                decided == AnswerDecided.DONE ? "cli.review.answer.decided" : "cli.review." + decided,
                question.name()));
        if (decided == AnswerDecided.DONE) {
            return Jembatan.DONE;
        }
        tables.print(find(desk, messages, wanted));
        return Jembatan.TO_REPAIR;
    }

    private static AnswerQuestion find(AnswerDesk desk, Messages messages, String name) {
        return desk.find(name).orElseThrow(() -> unusable(messages, "cli.review.unknown", name));
    }

    private String why() throws IOException {
        return reason == null ? "" : reason.equals("-") ? fromInput() : reason;
    }

    private static Dispute find(ReviewDesk desk, Messages messages, String name) {
        return desk.find(name).orElseThrow(() -> unusable(messages, "cli.review.unknown", name));
    }

    private static Unusable unusable(Messages messages, String key, Object... arguments) {
        return new Unusable(messages.get(key, arguments));
    }

    private int decide(ReviewDesk desk, ReviewTables tables, Messages messages, Dispute dispute, String wanted)
            throws Exception {
        Decided decided =
                desk.decide(dispute, desk.wish(dispute, wanted, version == null ? "" : version, why(), root().actor()));
        if (decided.result() == Decided.Result.DONE) {
            out().println(messages.get("cli.review.decided", dispute.name(), decided.number()));
            return Jembatan.DONE;
        }
        out().println(messages.get("cli.review." + decided.result(), dispute.name()));
        desk.find(dispute.kind(), dispute.number()).ifPresent(tables::print);
        return Jembatan.TO_REPAIR;
    }

    /** A reason may name a person: it need not stand on a command line that others see. */
    private static String fromInput() throws IOException {
        return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private int undo(ReviewDesk desk, ReviewTables tables, Messages messages, Dispute dispute) throws Exception {
        Decided undone = desk.undo(dispute, root().actor());
        if (undone.result() == Decided.Result.DONE) {
            out().println(messages.get("cli.review.undone", dispute.name()));
            desk.find(dispute.kind(), dispute.number()).ifPresent(tables::print);
            return Jembatan.DONE;
        }
        out().println(messages.get("cli.review." + undone.result(), dispute.name()));
        undone.blockers().forEach(blocker -> out().println(
                        "  " + messages.get("cli.review.blocker." + blocker.kind(), blocker.what())));
        return Jembatan.TO_REPAIR;
    }
}
