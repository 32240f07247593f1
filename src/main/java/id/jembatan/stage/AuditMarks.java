package id.jembatan.stage;

import java.util.Optional;

/** How far the audit trail has come: kept apart from the trail, so that lines which are cut off its end are missed. */
public final class AuditMarks {

    private final Register register;

    public AuditMarks(Register register) {
        this.register = register;
    }

    /**
     * The last line that was written.
     *
     * @param line from 1
     * @param hash of its bytes
     */
    public record Mark(long line, String hash) {}

    public Optional<Mark> find() {
        return register.client()
                .sql("select line, hash from audit_mark order by line desc fetch first 1 rows only")
                .query((row, i) -> new Mark(row.getLong(1), row.getString(2)))
                .optional();
    }

    /** Whoever writes the trail has its turn: nobody else notes anything meanwhile. */
    public void note(Mark mark) {
        register.runInTransaction(() -> {
            register.client().sql("delete from audit_mark").update();
            register.client()
                    .sql("insert into audit_mark (line, hash) values (?, ?)")
                    .params(mark.line(), mark.hash())
                    .update();
        });
    }
}
