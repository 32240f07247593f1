package id.jembatan.console;

import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Regency;
import id.jembatan.domain.RegencyCode;
import id.jembatan.pipeline.House;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Programmes to choose from, under their regencies. */
final class Choices {

    private Choices() {}

    /** As a form or an address names it: {@code 9203/pekerja-rentan-2025}. */
    static Optional<Programme> find(House house, String name) {
        return name.matches("[0-9]{4}/[a-z0-9]+(-[a-z0-9]+)*")
                ? house.rules()
                        .agreements()
                        .findProgramme(new ProgrammeKey(new RegencyCode(name.substring(0, 4)), name.substring(5)))
                : Optional.empty();
    }

    /** What is shown of them, in the files' order. */
    static List<Map<String, Object>> of(House house, Predicate<ProgrammeKey> shown) {
        List<Map<String, Object>> regencies = new ArrayList<>();
        for (Regency regency : house.rules().agreements().regencies()) {
            List<Map<String, String>> programmes = regency.programmes().stream()
                    .filter(programme -> shown.test(programme.key()))
                    .map(programme -> Map.of("key", programme.key().toString(), "name", programme.name()))
                    .toList();
            if (!programmes.isEmpty()) {
                regencies.add(Map.of("name", regency.name(), "programmes", programmes));
            }
        }
        return regencies;
    }
}
