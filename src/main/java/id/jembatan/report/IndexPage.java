package id.jembatan.report;

import id.jembatan.domain.DropId;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.domain.RowCounts;
import id.jembatan.page.Figures;
import id.jembatan.page.Pages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code index.html} of a programme: its drops by file name, time and result, the newest first, each with a link to its
 * receipt (SPEC section 7).
 */
public final class IndexPage {

    public static final String FILE = "index.html";

    private final Messages messages;
    private final Figures figures;
    private final Pages pages;

    public IndexPage(Messages messages) {
        this.messages = messages;
        this.figures = new Figures(messages);
        this.pages = new Pages(messages);
    }

    /**
     * One drop that was answered.
     *
     * @param receipt its receipt number, by which the newest is known
     * @param folder the name of its reply's folder
     * @param leavers whether it is a list of leavers
     * @param file its name without folders
     * @param status empty when it was taken back
     * @param notices the pages that tell what became of its rows later, in the drop's folder, in their order
     */
    public record Entry(
            long receipt,
            DropId drop,
            String folder,
            boolean leavers,
            String file,
            Instant receivedAt,
            Optional<ReplyStatus> status,
            RowCounts rows,
            List<String> notices) {

        public Entry {
            notices = List.copyOf(notices);
        }

        /** The drop only: a file's name may hold a person. */
        @Override
        public String toString() {
            return "entry of " + drop;
        }
    }

    /**
     * Writes the page.
     *
     * @param drops in any order
     * @param zone of the regency
     */
    public void write(Path file, String regencyName, String programmeName, List<Entry> drops, ZoneId zone)
            throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("regency", regencyName);
        values.put("programme", programmeName);
        values.put(
                "drops",
                drops.stream()
                        .sorted(Comparator.comparingLong(Entry::receipt).reversed())
                        .map(entry -> line(entry, zone))
                        .toList());
        pages.write(file, "index.html", values);
    }

    private Map<String, Object> line(Entry entry, ZoneId zone) {
        return Map.of(
                "file", Masked.text(entry.file()),
                "link", entry.folder() + "/" + ReceiptPage.FILE,
                "received", figures.moment(entry.receivedAt(), zone),
                "status", entry.status().map(Enum::name).orElse("UNDONE"),
                "result", result(entry),
                "notices",
                        entry.notices().stream()
                                .map(file -> entry.folder() + "/" + file)
                                .toList());
    }

    private String result(Entry entry) {
        if (entry.status().isEmpty()) {
            return messages.get("report.index.undone");
        }
        RowCounts rows = entry.rows();
        if (entry.status().get() == ReplyStatus.REFUSED) {
            return messages.get("report.status.REFUSED");
        }
        return entry.leavers()
                ? messages.get(
                        "report.index.leavers",
                        figures.count(rows.read()),
                        figures.count(rows.of(Outcome.ENDED)),
                        figures.count(rows.of(Outcome.REJECTED)))
                : messages.get(
                        "report.index.result",
                        figures.count(rows.read()),
                        figures.count(rows.of(Outcome.ACCEPTED)),
                        figures.count(rows.of(Outcome.REJECTED) + rows.of(Outcome.REVIEW)));
    }
}
