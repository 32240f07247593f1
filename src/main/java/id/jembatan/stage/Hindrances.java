package id.jembatan.stage;

import id.jembatan.domain.UndoHindrance;
import id.jembatan.domain.UndoHindrance.Kind;
import java.util.ArrayList;
import java.util.List;

/** What stands on a drop, gathered query by query; each thing once. */
final class Hindrances {

    private static final String DROP_OF = """
             join drop_log l on l.receipt = r.row_id / 100000000 and l.step in ('SETTLED', 'REPLIED', 'PARKED')
                and l.status = 'TAKEN'
            """;

    private final Register register;
    private final List<UndoHindrance> found = new ArrayList<>();

    Hindrances(Register register) {
        this.register = register;
    }

    /** Whatever the query names. */
    void add(Kind kind, String sql, Object... parameters) {
        register.jdbc()
                .queryForList(sql, String.class, parameters)
                .forEach(name -> found.add(new UndoHindrance(kind, name)));
    }

    /** The drops, as far as they stand, that have the rows; {@code rows} selects {@code row_id}. */
    void addDropsOf(String rows, Object... parameters) {
        add(Kind.DROP, "select distinct l.drop_id from (" + rows + ") r" + DROP_OF + " order by l.drop_id", parameters);
    }

    List<UndoHindrance> list() {
        return found.stream().distinct().toList();
    }
}
