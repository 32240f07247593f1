package id.jembatan.pipeline;

import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Regency;
import java.util.List;
import java.util.Locale;

/**
 * An office that sends lists: the agency of a regency's programmes, or the regency where no agency is named.
 *
 * @param programmes of those that are asked about, the ones it sends for
 */
public record SendingOffice(Regency regency, String name, List<ProgrammeKey> programmes) {

    public SendingOffice {
        programmes = List.copyOf(programmes);
    }

    /** Its name in an address, one of its kind in the regency: {@code dinas-pmd}. */
    public String slug() {
        return slug(name);
    }

    static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
