package id.jembatan.console;

import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Regency;
import id.jembatan.pipeline.House;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Programmes to choose from, under their regencies. */
final class Choices {

    private Choices() {}

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
