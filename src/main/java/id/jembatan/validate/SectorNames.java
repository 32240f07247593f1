package id.jembatan.validate;

import id.jembatan.domain.Field;
import id.jembatan.domain.WorkerDraft;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sorts what stands in the sector column into the classes of {@code config/sectors.yaml}. */
public final class SectorNames {
    /** The class of every text that no other class knows. */
    public static final String OTHER = "lainnya";

    private final NameClasses classes;

    /**
     * @param aliases by class, the texts that mean it
     * @throws IllegalArgumentException when a text stands in two classes
     */
    public SectorNames(Map<String, List<String>> aliases) {
        this.classes = new NameClasses(aliases);
    }

    /** The class of the row; empty when it names no sector. */
    public Optional<String> sectorOf(WorkerDraft draft) {
        String sector = draft.texts().get(Field.SECTOR);
        return sector.isEmpty() ? Optional.empty() : Optional.of(classOf(sector));
    }

    /** The class that a text means. */
    public String classOf(String sector) {
        return classes.find(sector).orElse(OTHER);
    }
}
