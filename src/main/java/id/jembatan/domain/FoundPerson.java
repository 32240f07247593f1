package id.jembatan.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Somebody whose name was asked for.
 *
 * @param rowId of the latest row that has the name: by it the person is named further, instead of by the NIK
 * @param entries in which programmes the person is or was, and how
 */
public record FoundPerson(long rowId, NationalId nik, String name, Optional<LocalDate> birthDate, List<Entry> entries) {

    public FoundPerson {
        entries = List.copyOf(entries);
    }

    /** A time in a programme. */
    public record Entry(ProgrammeKey programme, EntryState state) {}

    @Override
    public String toString() {
        return "row " + rowId;
    }
}
