package id.jembatan.report;

import id.jembatan.domain.Messages;
import id.jembatan.domain.Notice;
import id.jembatan.domain.NoticeRow;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.RowPlace;
import id.jembatan.page.Figures;
import id.jembatan.page.Pages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code pemberitahuan-<nn>.html}: what has become of rows of a list that was answered before. Names rows and never people,
 * and of another regency nothing but the number of a case (SPEC section 6).
 */
public final class NoticePage {

    private final Messages messages;
    private final Figures figures;
    private final Pages pages;

    public NoticePage(Messages messages) {
        this.messages = messages;
        this.figures = new Figures(messages);
        this.pages = new Pages(messages);
    }

    /**
     * What the page says beside the rows.
     *
     * @param counts how many rows became what
     */
    public record Facts(
            Notice notice, Receipt receipt, String regencyName, String programmeName, Map<Notice.Became, Long> counts) {

        public Facts {
            counts = Map.copyOf(counts);
        }
    }

    /**
     * Writes the page.
     *
     * @param rows in file order
     */
    public void write(Path file, Facts facts, Iterator<NoticeRow> rows) throws IOException {
        Map<Notice.Became, RowList> lists = new EnumMap<>(Notice.Became.class);
        facts.counts().keySet().forEach(became -> lists.put(became, new RowList()));
        rows.forEachRemaining(row -> Optional.ofNullable(lists.get(row.became()))
                .orElseThrow(() -> new IllegalStateException("notice: no rows became " + row.became()))
                .add(row));
        Notice notice = facts.notice();
        String cause = "report.notice.cause." + notice.cause();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", messages.get("report.notice.title", notice.ordinal()));
        values.put("cause", messages.get(cause));
        values.put("meaning", messages.get(cause + ".meaning"));
        values.put("facts", facts(facts));
        values.put(
                "groups",
                lists.entrySet().stream()
                        .map(one -> group(
                                one.getKey(),
                                Optional.ofNullable(facts.counts().get(one.getKey()))
                                        .orElse(0L),
                                one.getValue()))
                        .toList());
        values.put("table", notice.file() + ".json");
        values.put(
                "repair",
                facts.counts().containsKey(Notice.Became.REFUSED)
                        ? notice.file() + "/" + RepairWorkbook.REPAIR_FILE
                        : "");
        pages.write(file, "notice.html", values);
    }

    private List<Map<String, String>> facts(Facts facts) {
        return List.of(
                fact("report.fact.file", Masked.text(facts.receipt().file())),
                fact("report.fact.programme", facts.programmeName()),
                fact("report.fact.regency", facts.regencyName()),
                fact("report.notice.day", figures.day(facts.notice().day())),
                fact("report.fact.drop", facts.receipt().id().value()));
    }

    private Map<String, String> fact(String key, String value) {
        return Map.of("name", messages.get(key), "value", value);
    }

    private Map<String, Object> group(Notice.Became became, long count, RowList rows) {
        String key = "report.notice.became." + became;
        return Map.of(
                "name", messages.get(key),
                "action", messages.get(key + ".action"),
                "rows", figures.count(count),
                "list", rows.text());
    }

    /** Rows as a clerk would say them: those that follow one another as one, and not without end. */
    private final class RowList {

        private static final int LONGEST = 100;

        private final StringBuilder text = new StringBuilder();
        private Optional<RowPlace> first = Optional.empty();
        private Optional<RowPlace> last = Optional.empty();
        private String ref = "";
        private int written;
        private long left;

        void add(NoticeRow row) {
            RowPlace place = row.place();
            boolean follows = last.filter(
                            before -> before.sheet().equals(place.sheet()) && before.row() + 1 == place.row())
                    .isPresent();
            if (!follows || !ref.equals(row.ref()) || !ref.isEmpty()) {
                end();
                first = Optional.of(place);
                ref = row.ref();
            }
            last = Optional.of(place);
        }

        private void end() {
            if (first.isEmpty()) {
                return;
            }
            RowPlace from = first.get();
            int to = last.orElse(from).row();
            if (written < LONGEST) {
                text.append(written == 0 ? "" : ", ")
                        .append(Masked.text(from.sheet()))
                        .append(from.sheet().isEmpty() ? "" : "!")
                        .append(from.row())
                        .append(to > from.row() ? "–" + to : "")
                        .append(ref.isEmpty() ? "" : " → " + ref);
                written++;
            } else {
                left += to - from.row() + 1L;
            }
            first = Optional.empty();
        }

        String text() {
            end();
            return left == 0 ? text.toString() : text + ", " + messages.get("report.names.more", figures.count(left));
        }
    }
}
