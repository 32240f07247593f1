package id.jembatan.report;

import id.jembatan.domain.Messages;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.Reply;
import id.jembatan.domain.RowCounts;
import id.jembatan.page.Figures;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The receipt for a terminal: what came, the counts, the causes largest first with an example and what to do, as
 * {@link ReceiptPage} has them; without places and money.
 */
public final class ReceiptText {

    private static final String INDENT = "  ";

    private final Messages messages;
    private final Figures figures;
    private final Causes causes;

    public ReceiptText(Messages messages) {
        this.messages = messages;
        this.figures = new Figures(messages);
        this.causes = new Causes(messages, figures);
    }

    /**
     * The whole text.
     *
     * @param zone of the regency
     * @throws IllegalStateException when the rows do not balance: nothing may then be said
     */
    public String of(Reply reply, ZoneId zone) {
        reply.rows().requireBalanced();
        StringBuilder text = new StringBuilder();
        fact(text, "report.fact.file", Masked.text(reply.receipt().file()));
        fact(text, "report.fact.programme", reply.programmeName());
        fact(text, "report.fact.regency", reply.regencyName());
        fact(text, "report.fact.judged", figures.moment(reply.receipt().receivedAt(), zone));
        text.append('\n').append(messages.get("report.status." + reply.status()));
        text.append(". ").append(messages.get("report.status." + reply.status() + ".meaning"));
        text.append('\n');
        reply.refusal().ifPresent(refusal -> {
            heading(text, "report.refusal.why");
            text.append(INDENT).append(Masked.text(messages.sentence(refusal)));
            text.append(" (").append(refusal.code()).append(")\n");
            heading(text, "report.refusal.action");
            text.append(INDENT).append(messages.action(refusal.code())).append('\n');
        });
        if (reply.refusal().isEmpty()) {
            counts(text, reply);
        }
        causes(text, causes.largestFirst(reply));
        ignored(text, causes.ignored(reply.reading()), causes.unknownColumns(reply));
        return text.toString();
    }

    private void fact(StringBuilder text, String key, String value) {
        text.append(messages.get(key)).append(": ").append(value).append('\n');
    }

    private void heading(StringBuilder text, String key) {
        text.append('\n').append(messages.get(key)).append('\n');
    }

    private void counts(StringBuilder text, Reply reply) {
        RowCounts rows = reply.rows();
        heading(text, "report.outcomes");
        count(text, rows.read(), messages.get("report.read"), "");
        for (Outcome outcome : Summary.order(reply.receipt())) {
            String key = "report.outcome." + RowCounts.nameOf(outcome);
            if (rows.of(outcome) > 0) {
                count(text, rows.of(outcome), messages.get(key), ": " + messages.get(key + ".meaning"));
            }
        }
    }

    private void count(StringBuilder text, long rows, String name, String meaning) {
        String figure = figures.count(rows);
        text.append(" ".repeat(Math.max(0, 10 - figure.length()))).append(figure);
        text.append(INDENT).append(name).append(meaning).append('\n');
    }

    private void causes(StringBuilder text, List<Map<String, String>> largestFirst) {
        if (largestFirst.isEmpty()) {
            return;
        }
        heading(text, "report.causes");
        for (Map<String, String> cause : largestFirst) {
            String column = cause.getOrDefault("column", "");
            String rows = cause.getOrDefault("rows", "");
            text.append(" ".repeat(Math.max(0, 10 - rows.length()))).append(rows);
            text.append(INDENT).append(cause.get("sentence"));
            String code = cause.getOrDefault("code", "");
            text.append(" (").append(code).append(code.isEmpty() ? "" : "; ");
            text.append(cause.get("weight")).append(")\n");
            text.append(" ".repeat(12));
            text.append(column.isEmpty() ? "" : messages.get("report.cause.column", column) + ", ");
            text.append(cause.getOrDefault("example", ""));
            text.append('\n').append(" ".repeat(12)).append("-> ").append(cause.get("action"));
            text.append('\n');
        }
    }

    private void ignored(StringBuilder text, List<String> sentences, String unknownColumns) {
        if (sentences.isEmpty() && unknownColumns.isEmpty()) {
            return;
        }
        heading(text, "report.ignored");
        sentences.forEach(
                sentence -> text.append(INDENT).append("- ").append(sentence).append('\n'));
        if (!unknownColumns.isEmpty()) {
            text.append(INDENT).append("- ");
            text.append(messages.get("report.columns.unknown", unknownColumns)).append('\n');
        }
    }
}
