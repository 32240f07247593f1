package id.jembatan.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The occupations that a programme for vulnerable workers does not take: {@code config/occupations.yaml}, by class
 * ({@code not-working}, {@code covered-elsewhere}) the texts that mean it.
 */
public final class Occupations {
    private final NameClasses classes;

    /** @throws IllegalArgumentException when a text stands in two classes */
    public Occupations(Map<String, List<String>> notEligible) {
        this.classes = new NameClasses(notEligible);
    }

    /** The class that keeps this occupation out; empty for every other. */
    Optional<String> findObstacle(String occupation) {
        return classes.find(occupation);
    }
}
