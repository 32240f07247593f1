package id.jembatan.domain;

import java.util.Optional;

/**
 * How one person stands in two lists, by NIK; of several rows of one NIK the first counts.
 *
 * @param before in the earlier list; empty for somebody new
 * @param after in the later list; empty for somebody gone
 */
public record DropDifference(NationalId nik, Optional<Side> before, Optional<Side> after) {

    /** One row of a list. */
    public record Side(RowPlace place, Worker worker) {

        @Override
        public String toString() {
            return "row " + place.row();
        }
    }

    @Override
    public String toString() {
        return "difference of " + nik;
    }
}
