package id.jembatan.domain;

import java.util.List;

/**
 * A row that has the birth date and the match key of another NIK, and that other row: two of each.
 *
 * @param drops their ids
 */
public record LookAlike(List<String> drops, List<RowPlace> places, List<NationalId> niks) {

    public LookAlike {
        drops = List.copyOf(drops);
        places = List.copyOf(places);
        niks = List.copyOf(niks);
    }
}
