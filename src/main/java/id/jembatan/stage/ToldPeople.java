package id.jembatan.stage;

import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.RowId;
import id.jembatan.domain.ToldPerson;
import java.util.List;

/** Whom the rejected rows of a full list tell; gone as soon as the list is settled. */
final class ToldPeople {

    private final Register register;

    ToldPeople(Register register) {
        this.register = register;
    }

    void put(long receipt, List<JudgedRow> rows) {
        List<Object[]> told = rows.stream()
                .filter(row -> row.told().isPresent())
                .map(row -> {
                    ToldPerson person = row.told().orElseThrow();
                    return new Object[] {
                        RowId.of(receipt, row.position()),
                        person.nik().map(NationalId::value).orElse(null),
                        person.matchKey(),
                        person.birthDate().orElse(null)
                    };
                })
                .toList();
        if (!told.isEmpty()) {
            register.jdbc()
                    .batchUpdate(
                            "insert into told_person (row_id, nik, match_key, birth_date)"
                                    + " values (?, cast(? as bigint), ?, cast(? as date))",
                            told);
        }
    }

    void clear(long firstReceipt, long lastReceipt) {
        register.jdbc()
                .update(
                        "delete from told_person where row_id between ? and ?",
                        RowId.first(firstReceipt),
                        RowId.last(lastReceipt));
    }
}
