package id.jembatan.demo;

import id.jembatan.domain.RegencyCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Writes one list of any length: for benchmarks, trials and examples. */
public final class InventedLists {

    private InventedLists() {}

    /**
     * Writes a list of so many good people, and the faulty rows on top of them; the same arguments give the same bytes.
     *
     * @param firstPerson the ordinal of the first good person; faulty rows take people from {@code MOST / 2} on
     */
    public static void write(
            Path file,
            OfficeStyle office,
            RegencyCode regency,
            Calling calling,
            long firstPerson,
            long people,
            Faults faults,
            long seed)
            throws IOException {
        InventedPeople who = InventedPeople.of(regency, seed).who(calling);
        ListStyle style = office.styleFor(calling, "Kabupaten " + Places.nameOf(regency), Set.of());
        List<Cohort> cohorts = List.of(Cohort.of(who, firstPerson, people));
        long strangers = InventedPeople.MOST / 2 + firstPerson;
        ListWriter.writeWhole(
                file, style, new MixedRows(style, cohorts, faults, who, strangers, Dice.of(seed, firstPerson, people)));
    }
}
