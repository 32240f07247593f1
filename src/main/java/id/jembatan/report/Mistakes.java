package id.jembatan.report;

import id.jembatan.domain.Finding;
import id.jembatan.domain.ListTally;
import id.jembatan.domain.Messages;
import id.jembatan.page.Figures;
import java.util.List;
import java.util.Map;

/** Why rows of many lists did not enter, in the words of a receipt: of no list in particular, so without its headers. */
public final class Mistakes {

    private final Messages messages;
    private final Figures figures;

    public Mistakes(Messages messages) {
        this.messages = messages;
        this.figures = new Figures(messages);
    }

    /** The largest first: {@code name}, {@code sentence}, {@code tip}, {@code rows}, {@code share} of the rows read. */
    public List<Map<String, String>> of(ListTally tally, int atMost) {
        return tally.largestFirst().stream()
                .limit(atMost)
                .map(mistake -> Map.of(
                        "name", mistake.name(),
                        "sentence", sentence(mistake),
                        "tip", tip(mistake),
                        "rows", figures.count(mistake.rows()),
                        "share", figures.share(mistake.rows(), tally.rows().read())))
                .toList();
    }

    /** What is wrong. */
    public String sentence(ListTally.Mistake mistake) {
        return mistake.common()
                .map(root -> messages.get(
                        "report.root." + root,
                        messages.get("field." + mistake.field().key())))
                .orElseGet(() -> messages.sentence(Finding.of(mistake.code())));
    }

    private String tip(ListTally.Mistake mistake) {
        return mistake.common()
                .map(root -> messages.get("report.root." + root + ".action"))
                .orElseGet(() -> messages.action(mistake.code()));
    }
}
