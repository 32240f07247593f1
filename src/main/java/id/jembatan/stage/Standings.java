package id.jembatan.stage;

import id.jembatan.domain.EntryState;
import id.jembatan.domain.Standing;
import java.util.List;

/** Where one NIK stands in the register. */
final class Standings {

    private final Register register;
    private final ProgrammeNumbers programmes;

    Standings(Register register, ProgrammeNumbers programmes) {
        this.register = register;
        this.programmes = programmes;
    }

    /** Its live entries everywhere, the earliest first. */
    List<Standing> of(long nik) {
        return register.client()
                .sql("select e.row_id, e.programme_no, e.state, " + WorkerColumns.listed("d") + """
                         from drop_row f
                        join entry e on e.row_id = f.row_id and e.state in ('STAGED', 'WAITLISTED', 'SENT', 'ACTIVE')
                        join drop_row d on d.row_id = e.data_row_id
                        where f.nik = ? order by e.row_id""")
                .param(nik)
                .query((row, i) -> new Standing(
                        row.getLong(1),
                        programmes.keyOf(row.getInt(2)),
                        EntryState.valueOf(row.getString(3)),
                        WorkerColumns.get(row, 4)))
                .list();
    }
}
