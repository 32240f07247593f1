package id.jembatan.stage;

import id.jembatan.domain.EntryState;
import id.jembatan.domain.FoundPerson;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.ProgrammeKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People by their names: only reads. Whose birth date is not known is not found by the name. */
public final class NameShelf {

    private final Register register;
    private final ProgrammeNumbers programmes;

    public NameShelf(Register register) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
    }

    /**
     * Whoever has a name of whose words each of those asked for is a beginning, in the order of the names. Goes through the
     * narrow table of likeness, which has the names and nothing else: an index of names would be paid by every list.
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
        StringBuilder sql = new StringBuilder("""
                select k.nik, max(k.row_id) from likeness k
                join drop_log l on l.receipt = k.row_id / 100000000 and l.programme_no in (:programmes)
                where 1 = 1""");
        for (int i = 0; i < beginnings.size(); i++) {
            sql.append(" and (k.match_key like :first").append(i).append(" or k.match_key like :later");
            sql.append(i).append(")");
        }
        sql.append(" group by k.nik order by min(k.match_key), k.nik fetch first :most rows only");
        var asked = register.client()
                .sql(sql.toString())
                .param("programmes", numbers)
                .param("most", atMost);
        for (int i = 0; i < beginnings.size(); i++) {
            asked = asked.param("first" + i, beginnings.get(i) + "%")
                    .param("later" + i, "% " + beginnings.get(i) + "%");
        }
        List<Long> rows = asked.query((row, i) -> row.getLong(2)).list();
        return rows.isEmpty() ? List.of() : people(rows, numbers);
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
