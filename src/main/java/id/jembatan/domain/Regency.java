package id.jembatan.domain;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One regency and what it promised.
 *
 * @param slug its short name in folder names
 * @param zone its clock decides the day of receipt and the night
 * @param branch the BPJS branch that takes its files
 * @param columnAliases further header texts that its offices use, by field
 * @param unixGroup the group of the system whose people reach its drop and reply folders; empty = the owner only
 */
public record Regency(
        RegencyCode code,
        String name,
        String slug,
        ZoneId zone,
        String branch,
        List<Programme> programmes,
        Map<Field, List<String>> columnAliases,
        Optional<String> unixGroup) {

    /** A regency whose folders are the owner's only. */
    public Regency(
            RegencyCode code,
            String name,
            String slug,
            ZoneId zone,
            String branch,
            List<Programme> programmes,
            Map<Field, List<String>> columnAliases) {
        this(code, name, slug, zone, branch, programmes, columnAliases, Optional.empty());
    }

    public Regency {
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a slug is lower-case words joined by -, found \"" + slug + "\"");
        }
        programmes = List.copyOf(programmes);
        columnAliases = Map.copyOf(columnAliases);
    }

    /** The name of its folders: {@code 9203-fakfak}. */
    public String folder() {
        return code + "-" + slug;
    }

    public Optional<Programme> findProgramme(String id) {
        return programmes.stream()
                .filter(programme -> programme.key().id().equals(id))
                .findFirst();
    }

    /** The same, and behind its programmes those that only the other knows. */
    Regency completedBy(Regency other) {
        List<Programme> all = new ArrayList<>(programmes);
        other.programmes().stream()
                .filter(programme -> findProgramme(programme.key().id()).isEmpty())
                .forEach(all::add);
        return with(all);
    }

    /** The same, with this programme in the place of the one of that name. */
    Regency withProgramme(Programme programme) {
        return with(programmes.stream()
                .map(each -> each.key().equals(programme.key()) ? programme : each)
                .toList());
    }

    private Regency with(List<Programme> others) {
        return new Regency(code, name, slug, zone, branch, others, columnAliases, unixGroup);
    }
}
