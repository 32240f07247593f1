package id.jembatan.stage;

import id.jembatan.domain.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a drop as journal records of some thousand rows each: a letter a row, where the rows stand, and for
 * their codes, bases and refs the rows that have them. No personal data: that is in the archive.
 */
final class OutcomeRecords {

    static final int ROWS_PER_RECORD = 4_000;

    private final JournalOutbox journal;
    private final long receipt;
    private final StringBuilder letters = new StringBuilder(ROWS_PER_RECORD);
    private final Map<Integer, Ranges> places = new TreeMap<>();
    private final Map<String, Ranges> codes = new TreeMap<>();
    private final Map<String, Ranges> bases = new TreeMap<>();
    private final Map<Long, String> refs = new TreeMap<>();
    private final Map<Long, Long> alike = new TreeMap<>();
    private final Map<Long, Long> repairs = new TreeMap<>();
    private final Map<String, Ranges> leaving = new TreeMap<>();
    private long written;

    OutcomeRecords(JournalOutbox journal, long receipt) {
        this.journal = journal;
        this.receipt = receipt;
    }

    /**
     * One row, settled.
     *
     * @param base what the contribution is reckoned from; one that is the row's own wage is read from the row again
     * @param alike the row that it looks like; 0 for none
     * @param repairs the row of an earlier drop in whose place it stands; 0 for none
     * @param leavesOn when the person of a leavers' row leaves, and for what reason
     */
    record Row(
            int sheet,
            int row,
            Outcome outcome,
            @Nullable String codes,
            @Nullable BigDecimal base,
            @Nullable String wage,
            @Nullable String ref,
            long alike,
            long repairs,
            @Nullable LocalDate leavesOn,
            @Nullable String leaveReason) {

        boolean isPaidByWage() {
            return base != null && wage != null && base.compareTo(new BigDecimal(wage)) == 0;
        }
    }

    void add(Row row) {
        letters.append(letterOf(row.outcome()));
        long position = written + letters.length();
        places.computeIfAbsent(row.sheet(), sheet -> new Ranges()).add(row.row());
        if (row.codes() != null) {
            codes.computeIfAbsent(row.codes(), text -> new Ranges()).add(position);
        }
        if (row.base() != null && !row.isPaidByWage()) {
            bases.computeIfAbsent(row.base().toPlainString(), base -> new Ranges())
                    .add(position);
        }
        if (row.leavesOn() != null) {
            leaving.computeIfAbsent(row.leavesOn() + " " + row.leaveReason(), says -> new Ranges())
                    .add(position);
        }
        if (row.ref() != null) {
            refs.put(position, row.ref());
        }
        if (row.alike() != 0) {
            alike.put(position, row.alike());
        }
        if (row.repairs() != 0) {
            repairs.put(position, row.repairs());
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
        facts.put("at", texts(places));
        facts.put("codes", texts(codes));
        facts.put("bases", texts(bases));
        facts.put("refs", refs);
        facts.put("alike", alike);
        facts.put("repairs", repairs);
        if (!leaving.isEmpty()) {
            facts.put("leaving", texts(leaving));
        }
        journal.add("outcomes", facts);
        written += letters.length();
        letters.setLength(0);
        places.clear();
        codes.clear();
        bases.clear();
        refs.clear();
        alike.clear();
        repairs.clear();
        leaving.clear();
    }

    private static <K> Map<K, String> texts(Map<K, Ranges> ranges) {
        Map<K, String> texts = new TreeMap<>();
        ranges.forEach((key, range) -> texts.put(key, range.toString()));
        return texts;
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
            case ENDED -> 'E';
        };
    }

    static Outcome outcomeOf(char letter) {
        for (Outcome outcome : Outcome.values()) {
            if (letterOf(outcome) == letter) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("no outcome has the letter " + letter);
    }
}
