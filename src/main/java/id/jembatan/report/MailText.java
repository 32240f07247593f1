package id.jembatan.report;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Messages;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.domain.RowCounts;
import id.jembatan.domain.Rupiah;
import id.jembatan.page.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an e-mail says: where to look, and counts. No name, no NIK, and no name of a file, which may hold a person's. */
public final class MailText {

    /** So many replies are named in one mail; the page that lists them all has the rest. */
    private static final int NAMED = 50;

    private final Messages messages;
    private final Figures figures;
    private final String link;

    /**
     * Texts of one installation.
     *
     * @param link what an office puts before a folder to reach it, such as {@code \\server\}; "" where it needs nothing
     */
    public MailText(Messages messages, String link) {
        this.messages = messages;
        this.figures = new Figures(messages);
        this.link = link;
    }

    /**
     * One reply to tell of.
     *
     * @param office of the regency, as people call it
     * @param folder of the reply, from the home on
     */
    public record Told(String office, String programme, LoggedDrop drop, String folder) {}

    /** The subject of a mail about replies. */
    public String subjectOf(List<Told> replies) {
        return replies.size() == 1
                ? messages.get("email.office.subject-one", replies.get(0).programme())
                : messages.get("email.office.subject-many", count(replies.size()));
    }

    /** Replies that lie there, each with its counts and its folder. */
    public String of(List<Told> replies) {
        StringBuilder text = new StringBuilder();
        text.append(messages.get("email.office.begins")).append("\n");
        replies.stream().limit(NAMED).forEach(told -> add(text, told));
        if (replies.size() > NAMED) {
            text.append('\n')
                    .append(messages.get("email.office.more", count(replies.size() - NAMED)))
                    .append('\n');
        }
        return text.append('\n').append(messages.get("email.ends")).append('\n').toString();
    }

    private void add(StringBuilder text, Told told) {
        LoggedDrop drop = told.drop();
        text.append('\n')
                .append(messages.get(
                        "email.office.drop",
                        told.office(),
                        told.programme(),
                        drop.receipt().id(),
                        figures.day(drop.receipt().day())))
                .append('\n');
        text.append("  ").append(result(drop)).append('\n');
        text.append("  ").append(link).append(told.folder()).append('\n');
    }

    private String result(LoggedDrop drop) {
        ReplyStatus status = drop.status().orElseThrow();
        return switch (status) {
            case REFUSED ->
                messages.get(
                        "email.office.refused",
                        drop.refusal().map(refusal -> refusal.code().name()).orElse(""));
            case SEEN -> messages.get("email.office.seen");
            case TAKEN ->
                messages.get("email.office.taken", count(drop.outcomes().read()), outcomes(drop));
        };
    }

    /** What became of them, each with its count: they add up to the rows read. */
    private String outcomes(LoggedDrop drop) {
        RowCounts rows = drop.outcomes();
        return Summary.order(drop.receipt()).stream()
                .filter(outcome -> rows.of(outcome) > 0)
                .map(outcome -> messages.get("report.outcome." + RowCounts.nameOf(outcome))
                                .toLowerCase(Locale.ROOT)
                        + " " + count(rows.of(outcome)))
                .collect(Collectors.joining(", "));
    }

    /** What stands still, in the words of {@code status}. */
    public String subjectOfMatters(int number) {
        return messages.get("email.operator.subject", count(number));
    }

    /** The matters, a line each as {@code status} has them. */
    public String ofMatters(List<String> matters) {
        StringBuilder text = new StringBuilder();
        text.append(messages.get("email.operator.begins")).append("\n\n");
        matters.forEach(matter -> text.append("  ").append(matter).append('\n'));
        return text.append('\n')
                .append(messages.get("email.operator.what-to-do"))
                .append("\n\n")
                .append(messages.get("email.ends"))
                .append('\n')
                .toString();
    }

    private String count(long number) {
        return Rupiah.count(number, messages.language());
    }
}
