package id.jembatan.stage;

import id.jembatan.domain.EntryState;
import id.jembatan.domain.FoundPerson;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RowId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** People by their names: only reads. */
public final class NameShelf {

    /** Enough to show the first by name; more of one name are to be told apart by more of it. */
    private static final int ROWS_OF_A_NAME = 2_000;

    private final Register register;
    private final ProgrammeNumbers programmes;

    public NameShelf(Register register) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
    }

    /**
     * Whoever has a name of whose words each of those asked for is a beginning, in the order of the names. Where more than
     * {@value #ROWS_OF_A_NAME} rows have them all, it is of those that came first.
     *
     * @param beginnings letters and digits, as in a match key
     * @param of rows of lists of these programmes only
     */
    public List<FoundPerson> find(List<String> beginnings, Collection<ProgrammeKey> of, int atMost) {
        List<Integer> numbers =
                of.stream().flatMap(key -> programmes.find(key).stream()).toList();
        if (numbers.isEmpty() || beginnings.isEmpty()) {
            return List.of();
        }
        StringBuilder like = new StringBuilder();
        for (int i = 0; i < beginnings.size(); i++) {
            like.append(i == 0 ? "" : " and ");
            like.append("(k.match_key like :first" + i + " or k.match_key like :later" + i + ")");
        }
        var asked = register.client()
                .sql("select k.nik, max(k.row_id) from (" + indexed(beginnings) + behind(numbers) + ") k where " + like
                        + " group by k.nik order by min(k.match_key), k.nik fetch first :most rows only")
                .param("programmes", numbers)
                .param("most", atMost);
        for (int i = 0; i < beginnings.size(); i++) {
            asked = asked.param("first" + i, beginnings.get(i) + "%")
                    .param("later" + i, "% " + beginnings.get(i) + "%");
        }
        List<Long> rows = asked.query((row, i) -> row.getLong(2)).list();
        return rows.isEmpty() ? List.of() : people(rows, numbers);
    }

    /** The rows that have a word with each of those beginnings, or with one of them that few have: who has the others is told by the names. */
    private String indexed(List<String> beginnings) {
        List<NameWord> words =
                beginnings.stream().map(NameWord::beginning).distinct().toList();
        String rows = words.stream()
                .filter(word -> count(word) < ROWS_OF_A_NAME)
                .findFirst()
                .map(NameShelf::rows)
                .orElseGet(() -> words.stream().map(NameShelf::rows).collect(Collectors.joining(" intersect ")));
        return """
                select d.nik, d.row_id, d.match_key
                from (select distinct w.row_id from (%s) w
                    where w.row_id / 100000000 in (select l.receipt from drop_log l where l.programme_no in (:programmes))
                    order by w.row_id fetch first %d rows only) c
                join drop_row d on d.row_id = c.row_id""".formatted(rows, ROWS_OF_A_NAME);
    }

    /**
     * Besides, the rows whose words are not in the index yet: mostly none, or those of the last lists. Their range is asked
     * first: in one statement PostgreSQL goes through all rows for it.
     */
    private String behind(List<Integer> numbers) {
        String drops = "from drop_log l where l.programme_no in (:programmes) and" + NameIndex.BEHIND;
        return register.client()
                .sql("select min(greatest(l.named + 1, l.receipt * 100000000)), max(l.receipt) " + drops)
                .param("programmes", numbers)
                .query((row, i) -> row.getLong(2) == 0
                        ? ""
                        : " union all select d.nik, d.row_id, d.match_key from drop_row d where d.nik is not null"
                                + " and d.row_id between " + row.getLong(1) + " and " + RowId.last(row.getLong(2))
                                + " and d.row_id / 100000000 in (select l.receipt " + drops + ")")
                .single();
    }

    private static String rows(NameWord word) {
        return "select row_id from name_word where word between " + word.first() + " and " + word.last();
    }

    /** No further than is worth knowing. */
    private long count(NameWord word) {
        return register.client()
                .sql("select count(*) from (" + rows(word) + " fetch first " + ROWS_OF_A_NAME + " rows only) few")
                .query(Long.class)
                .single();
    }

    private List<FoundPerson> people(List<Long> rows, List<Integer> numbers) {
        Map<Long, FoundPerson> byRow = new HashMap<>();
        Map<Long, List<FoundPerson.Entry>> entries = entries(rows, numbers);
        register.client()
                .sql("select row_id, nik, name, birth_date from drop_row where row_id in (:rows)")
                .param("rows", rows)
                .query(row -> {
                    byRow.put(
                            row.getLong(1),
                            new FoundPerson(
                                    row.getLong(1),
                                    new NationalId(row.getLong(2)),
                                    row.getString(3),
                                    Optional.ofNullable(row.getObject(4, LocalDate.class)),
                                    entries.getOrDefault(row.getLong(2), List.of())));
                });
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(byRow.get(row)).stream())
                .toList();
    }

    /** By NIK, of those programmes. */
    private Map<Long, List<FoundPerson.Entry>> entries(List<Long> rows, List<Integer> numbers) {
        Map<Long, List<FoundPerson.Entry>> entries = new HashMap<>();
        register.client()
                .sql("""
                        select d.nik, e.programme_no, e.state from drop_row d join entry e on e.row_id = d.row_id
                        where d.nik in (select nik from drop_row where row_id in (:rows))
                            and e.programme_no in (:programmes)
                        order by e.row_id""")
                .param("rows", rows)
                .param("programmes", numbers)
                .query(row -> {
                    entries.computeIfAbsent(row.getLong(1), nik -> new ArrayList<>())
                            .add(new FoundPerson.Entry(
                                    programmes.keyOf(row.getInt(2)), EntryState.valueOf(row.getString(3))));
                });
        return entries;
    }

    /** Whose row it is, where its list is of one of those programmes. */
    public Optional<NationalId> findNik(long rowId, Collection<ProgrammeKey> of) {
        List<Integer> numbers =
                of.stream().flatMap(key -> programmes.find(key).stream()).toList();
        return numbers.isEmpty()
                ? Optional.empty()
                : register.client()
                        .sql("""
                                select d.nik from drop_row d
                                join drop_log l on l.receipt = d.row_id / 100000000
                                where d.row_id = :row and d.nik is not null and l.programme_no in (:programmes)""")
                        .param("row", rowId)
                        .param("programmes", numbers)
                        .query((row, i) -> new NationalId(row.getLong(1)))
                        .optional();
    }
}
