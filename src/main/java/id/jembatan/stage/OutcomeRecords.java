package id.jembatan.stage;

import id.jembatan.domain.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a drop as journal records of some thousand rows each: a letter a row, the refs that there are, and by
 * position the row of whom a row looks alike.
 */
final class OutcomeRecords {

    private static final int ROWS_PER_RECORD = 4_000;

    private final JournalOutbox journal;
    private final long receipt;
    private final StringBuilder letters = new StringBuilder(ROWS_PER_RECORD);
    private final Map<Long, String> refs = new TreeMap<>();
    private final Map<Long, Long> alike = new TreeMap<>();
    private long written;

    OutcomeRecords(JournalOutbox journal, long receipt) {
        this.journal = journal;
        this.receipt = receipt;
    }

    /**
     * The next row.
     *
     * @param lookAlike the row that it looks like; 0 for none
     */
    void add(Outcome outcome, @Nullable String ref, long lookAlike) {
        letters.append(letterOf(outcome));
        if (ref != null) {
            refs.put(written + letters.length(), ref);
        }
        if (lookAlike != 0) {
            alike.put(written + letters.length(), lookAlike);
        }
        if (letters.length() == ROWS_PER_RECORD) {
            finish();
        }
    }

    /** Writes what is left. */
    void finish() {
        if (letters.length() == 0) {
            return;
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("receipt", receipt);
        facts.put("from", written + 1);
        facts.put("outcomes", letters.toString());
        facts.put("refs", refs);
        facts.put("alike", alike);
        journal.add("outcomes", facts);
        written += letters.length();
        letters.setLength(0);
        refs.clear();
        alike.clear();
    }

    static char letterOf(Outcome outcome) {
        return switch (outcome) {
            case REJECTED -> 'R';
            case REVIEW -> 'V';
            case DUPLICATE -> 'D';
            case UNCHANGED -> 'S';
            case UPDATED -> 'U';
            case COVERED -> 'C';
            case WAITLISTED -> 'W';
            case ACCEPTED -> 'A';
        };
    }
}
