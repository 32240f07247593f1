package id.jembatan.stage;

import id.jembatan.domain.RowId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words of names, by which {@link NameShelf} finds people. They are taken in behind the line, a few thousand rows at a
 * time, so that no list pays for it; rows whose words are not in yet are looked through.
 */
public final class NameIndex {

    /** Of drops {@code l} whose rows became something, and not all of whose words are in. */
    static final String BEHIND = """
             l.outcomes is not null and l.step <> 'UNDONE' and l.leavers = false
                and l.named < l.receipt * 100000000 + 99999999
            """;

    private static final String ROWS = """
            select r.row_id, r.match_key from drop_row r
            where r.row_id between ? and ? and r.nik is not null and r.match_key <> ''
                and not exists (select 1 from row_outcome u where u.row_id = r.row_id and u.outcome = 'UNCHANGED')
            order by r.row_id fetch first ? rows only""";

    private static final int ROWS_AT_A_TIME = 4_000;

    private record Behind(long receipt, long named) {}

    private record Named(long rowId, String matchKey) {

        Named(ResultSet row, int i) throws SQLException {
            this(row.getLong(1), row.getString(2));
        }

        Stream<Word> words() {
            return Stream.of(matchKey.split(" ")).map(NameWord::of).distinct().map(word -> new Word(word, rowId));
        }
    }

    private record Word(long word, long rowId) {}

    private final Register register;

    public NameIndex(Register register) {
        this.register = register;
    }

    /** Takes in the words of some more rows; false where none are left. */
    public boolean takeSome() {
        if (find().isEmpty()) {
            return false;
        }
        register.runInTransaction(() -> {
            register.takeTurn(); // whoever takes a list back or purges must not meet half of it
            find().ifPresent(this::take);
        });
        return true;
    }

    private Optional<Behind> find() {
        return register.client()
                .sql("select l.receipt, l.named from drop_log l where" + BEHIND
                        + "order by l.receipt fetch first 1 rows only")
                .query((row, i) -> new Behind(row.getLong(1), row.getLong(2)))
                .optional();
    }

    /** What only repeats an earlier row is found by that one. */
    private void take(Behind drop) {
        long last = RowId.last(drop.receipt());
        List<Named> rows = register.jdbc()
                .query(ROWS, Named::new, Math.max(RowId.first(drop.receipt()), drop.named() + 1), last, ROWS_AT_A_TIME);
        change("insert into name_word (word, row_id) values (?, ?)", rows);
        long upTo =
                rows.size() < ROWS_AT_A_TIME ? last : rows.get(rows.size() - 1).rowId();
        register.client()
                .sql("update drop_log set named = ? where receipt = ?")
                .params(upTo, drop.receipt())
                .update();
    }

    /** Before the rows themselves go; inside a transaction that has the turn. */
    void forget(long first, long last) {
        forget("row_id between " + first + " and " + last);
    }

    /**
     * Before the names themselves go; inside a transaction that has the turn.
     *
     * @param which of the rows, as a condition
     */
    void forget(String which) {
        List<Named> some = new ArrayList<>(ROWS_AT_A_TIME);
        register.jdbc().query("select row_id, match_key from drop_row where match_key <> '' and " + which, row -> {
            some.add(new Named(row, 0));
            if (some.size() == ROWS_AT_A_TIME) {
                leave(some);
            }
        });
        leave(some);
    }

    private void leave(List<Named> rows) {
        change("delete from name_word where word = ? and row_id = ?", rows);
        rows.clear();
    }

    /** In the order of the index. */
    private void change(String sql, List<Named> rows) {
        List<Word> words = rows.stream()
                .flatMap(Named::words)
                .sorted((a, b) -> Long.compare(a.word(), b.word()))
                .toList();
        if (!words.isEmpty()) {
            register.jdbc().batchUpdate(sql, words, words.size(), (statement, word) -> {
                statement.setLong(1, word.word());
                statement.setLong(2, word.rowId());
            });
        }
    }
}
