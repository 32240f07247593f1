package id.jembatan.validate;

import id.jembatan.domain.RegencyCode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of districts and villages: the reference and the further spellings of {@code config/places.yaml}. */
public final class PlaceNames {
    private static final Set<String> BEFORE_DISTRICT = Set.of("KECAMATAN", "KEC", "DISTRIK", "DIST");
    private static final Set<String> BEFORE_VILLAGE =
            Set.of("DESA", "DS", "KELURAHAN", "KEL", "KAMPUNG", "KAMP", "KP", "DESAKELURAHAN");

    private final AreaCodes areas;
    private final Map<String, List<String>> spellings;

    /** @param spellings by known name, further ways to write it: the content of {@code config/places.yaml} */
    public PlaceNames(AreaCodes areas, Map<String, List<String>> spellings) {
        this.areas = areas;
        this.spellings = Map.copyOf(spellings);
    }

    KnownPlaces districtsOf(RegencyCode regency) {
        return new KnownPlaces(areas.listDistricts(regency), spellings, BEFORE_DISTRICT);
    }

    KnownPlaces villagesOf(RegencyCode regency) {
        return new KnownPlaces(areas.listVillages(regency), spellings, BEFORE_VILLAGE);
    }
}
