package id.jembatan.faults;

import id.jembatan.faults.Steps.Asked;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What can go wrong at a step. */
enum Fault {
    /** Nothing: only counts. */
    NONE(false),
    /** The connection goes before the statement arrives. */
    CUT_BEFORE(false),
    /** The statement, or the commit, arrives; that it did is never heard. */
    CUT_AFTER(false),
    /** The database gives the transaction up for another one's sake (40001). */
    SERIALIZATION(false),
    /** From here on no database, until somebody mends it. */
    DATABASE_AWAY(true),
    /** The disk fails once. */
    DISK_ERROR(false),
    /** From here on the disk is full, until somebody makes room. */
    DISK_FULL(true),
    /** The disk fails once under the embedded database's own files. */
    REGISTER_ERROR(false),
    /** The embedded database has no room for one write of its own, and has it again. */
    REGISTER_FULL_ONCE(false),
    /** From here on the disk is full, for the embedded database and for everybody, until somebody makes room. */
    REGISTER_FULL(true),
    /** The memory does not suffice once. */
    OUT_OF_MEMORY(false),
    /** The process dies before the step: nothing is done any more, nothing is tidied up. */
    KILLED(true),
    /** The power goes before the step: beside that, the disk has nothing that it was not forced to keep. */
    POWER_CUT(true),
    /** The same, but the disk has all names. */
    POWER_CUT_WITH_NAMES(true),
    /** The same, and of the contents every other block. */
    POWER_CUT_WITH_BLOCKS(true);

    /** The process is no more. */
    static final List<Fault> DEADLY = List.of(KILLED, POWER_CUT, POWER_CUT_WITH_NAMES, POWER_CUT_WITH_BLOCKS);

    /** Under the embedded database's own files; those of a server are its own business. */
    static final List<Fault> OF_THE_REGISTER = List.of(REGISTER_ERROR, REGISTER_FULL_ONCE, REGISTER_FULL);

    private final boolean stays;

    Fault(boolean stays) {
        this.stays = stays;
    }

    boolean hits(Asked asked) {
        return switch (this) {
            case NONE, OUT_OF_MEMORY, KILLED, POWER_CUT, POWER_CUT_WITH_NAMES, POWER_CUT_WITH_BLOCKS ->
                !asked.isOfTheRegister();
            case CUT_BEFORE, CUT_AFTER, SERIALIZATION, DATABASE_AWAY -> asked == Asked.DATABASE;
            case DISK_ERROR -> asked == Asked.READ || asked == Asked.WRITE;
            case DISK_FULL -> asked == Asked.WRITE;
            case REGISTER_ERROR -> asked.isOfTheRegister();
            case REGISTER_FULL_ONCE -> asked == Asked.REGISTER_WRITE;
            case REGISTER_FULL -> asked == Asked.REGISTER_WRITE || asked == Asked.WRITE;
        };
    }

    boolean kills() {
        return DEADLY.contains(this);
    }

    /** What a power cut leaves of what was not forced. */
    Optional<Platter.Left> left() {
        return switch (this) {
            case POWER_CUT -> Optional.of(Platter.Left.FORCED);
            case POWER_CUT_WITH_NAMES -> Optional.of(Platter.Left.NAMES);
            case POWER_CUT_WITH_BLOCKS -> Optional.of(Platter.Left.NAMES_AND_BLOCKS);
            default -> Optional.empty();
        };
    }

    boolean stays() {
        return stays;
    }

    void failOnDisk() throws IOException {
        switch (this) {
            case DISK_FULL, REGISTER_FULL_ONCE, REGISTER_FULL -> throw new IOException("No space left on device");
            case OUT_OF_MEMORY -> throw new OutOfMemoryError("Java heap space");
            default -> throw new IOException("Input/output error");
        }
    }

    /** How the driver says it. */
    SQLException ofDatabase() {
        return this == SERIALIZATION
                ? new SQLException("could not serialize access due to concurrent update", "40001")
                : new SQLException("An I/O error occurred while sending to the backend.", "08006");
    }
}
