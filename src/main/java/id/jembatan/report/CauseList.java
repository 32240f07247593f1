package id.jembatan.report;

import id.jembatan.domain.DropReading;
import id.jembatan.domain.Messages;
import id.jembatan.page.Figures;
import java.util.List;
import java.util.Map;

/** What was found in a drop in the words of its receipt, for other pages. */
public final class CauseList {

    private final Causes causes;

    public CauseList(Messages messages) {
        this.causes = new Causes(messages, new Figures(messages));
    }

    /**
     * The cause with most rows first, notes last: {@code code}, {@code rows}, {@code weight}, {@code severity},
     * {@code sentence}, {@code column}, {@code example}, {@code action}.
     *
     * @param refused whether nothing of the file entered: the advice is another then
     */
    public List<Map<String, String>> of(DropReading reading, boolean refused) {
        return causes.largestFirst(reading, refused);
    }
}
