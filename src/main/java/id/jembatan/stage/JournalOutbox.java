package id.jembatan.stage;

import id.jembatan.disk.Journal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the journal must hold, kept in the transaction that it records until it is on disk: so nothing is published that
 * could not be rebuilt, and nothing is journalled that did not happen.
 */
public final class JournalOutbox {

    private static final int RECORDS_AT_A_TIME = 50;

    private final Register register;

    public JournalOutbox(Register register) {
        this.register = register;
    }

    /**
     * One record, a JSON object on one line.
     *
     * @param seq from 1, without gaps
     */
    public record Entry(long seq, String body) {}

    /** Adds a record to the transaction in hand; facts in the order of their names, so that replays write the same bytes. */
    void add(String kind, Map<String, Object> facts) {
        long seq = register.next("journal");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("seq", seq);
        body.put("kind", kind);
        new TreeMap<>(facts).forEach((name, fact) -> {
            if (body.putIfAbsent(name, fact) != null) {
                throw new IllegalArgumentException("a record has its own " + name);
            }
        });
        register.client()
                .sql("insert into journal_outbox (seq, body) values (?, ?)")
                .params(seq, Json.writeInOrder(body))
                .update();
    }

    /** The next records after the given one, in order, at most {@value #RECORDS_AT_A_TIME}. */
    public List<Entry> listAfter(long seq) {
        return register.client()
                .sql("select seq, body from journal_outbox where seq > ? order by seq fetch first " + RECORDS_AT_A_TIME
                        + " rows only")
                .param(seq)
                .query((row, i) -> new Entry(row.getLong(1), row.getString(2)))
                .list();
    }

    /** The number of the last record that the register knows of; 0 when it knows none. */
    public long lastGiven() {
        return register.lastGiven("journal");
    }

    /** The last record of which is known that it is safely on disk; there may be more. */
    public Optional<Journal.Mark> noted() {
        return register.client()
                .sql("select seq, checksum from journal_mark")
                .query((row, i) -> new Journal.Mark(row.getLong(1), row.getString(2)))
                .optional();
    }

    /** Whether this register made the journal's last record; a kill may have come before it took note of that. */
    public boolean wrote(Journal.Mark last) {
        Optional<Journal.Mark> noted = noted();
        Optional<String> waiting = register.client()
                .sql("select body from journal_outbox where seq = ?")
                .param(last.seq())
                .query(String.class)
                .optional();
        if (waiting.isPresent()) {
            return Journal.markOf(last.seq(), waiting.get()).equals(last)
                    || noted.filter(last::equals).isPresent();
        }
        // without a note it is a register from before notes were made (V9), and all that it recorded is in the journal
        return noted.map(last::equals).orElseGet(() -> last.seq() == lastGiven());
    }

    /** Forgets what is safely on disk, and notes the last of it. */
    public void removeUpTo(Journal.Mark last) {
        register.runInTransaction(() -> {
            note(last);
            register.client()
                    .sql("delete from journal_outbox where seq <= ?")
                    .param(last.seq())
                    .update();
        });
    }

    void note(Journal.Mark last) {
        register.client().sql("delete from journal_mark").update();
        register.client()
                .sql("insert into journal_mark (seq, checksum) values (?, ?)")
                .params(last.seq(), last.checksum())
                .update();
    }
}
