package id.jembatan.stage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        body.putAll(new TreeMap<>(facts));
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

    /** The number of the last record that the register has ever made. */
    public long lastGiven() {
        return register.client()
                .sql("select last_given from counter where name = 'journal'")
                .query(Long.class)
                .single();
    }

    /** Forgets what is safely on disk. */
    public void removeUpTo(long seq) {
        register.client()
                .sql("delete from journal_outbox where seq <= ?")
                .param(seq)
                .update();
    }
}
