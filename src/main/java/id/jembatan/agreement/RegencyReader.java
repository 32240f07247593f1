package id.jembatan.agreement;

import id.jembatan.agreement.YamlNode.Mapping;
import id.jembatan.domain.AgreementProblem.Kind;
import id.jembatan.domain.Field;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Regency;
import id.jembatan.domain.RegencyCode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the file of one regency. */
final class RegencyReader {

    private final Section section;
    private final Problems problems;
    private final Map<Field, List<String>> common;

    /** @param common the column names that all regencies have: one of them may mean nothing else here */
    RegencyReader(Mapping file, Problems problems, Map<Field, List<String>> common) {
        this.section = new Section(file, "", problems);
        this.problems = problems;
        this.common = common;
    }

    /**
     * The regency; empty when anything is wrong with it, and then the problems say what.
     *
     * @param fileName must be {@code <code>-<slug>.yaml}: it is how people find the file of a folder
     */
    Optional<Regency> read(String fileName) {
        int before = problems.count();
        Optional<RegencyCode> code = section.get("code", Form.CODE).map(RegencyCode::new);
        Optional<String> name = section.get("name", Form.TEXT);
        Optional<String> slug = section.get("slug", Form.SLUG);
        Optional<ZoneId> zone = section.get("zone", Form.ZONE);
        Optional<String> branch = section.get("branch", Form.SLUG);
        Optional<String> unixGroup = section.find("group", Form.GROUP);
        Map<Field, List<String>> aliases = columnAliases();
        List<Programme> programmes = programmes(code);
        section.refuseOtherKeys();
        if (code.isPresent() && slug.isPresent()) {
            String expected = code.get() + "-" + slug.get() + ".yaml";
            if (!fileName.equals(expected)) {
                section.blame("slug", Kind.FILE_NAME, expected);
            }
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        return Optional.of(new Regency(
                code.orElseThrow(),
                name.orElseThrow(),
                slug.orElseThrow(),
                zone.orElseThrow(),
                branch.orElseThrow(),
                programmes,
                aliases,
                unixGroup));
    }

    private List<Programme> programmes(Optional<RegencyCode> code) {
        section.requireKey("programmes");
        List<Section> sections = section.listSections("programmes");
        if (section.isEmptyList("programmes")) {
            section.blame("programmes", Kind.LIST_EMPTY);
        }
        // the other problems of a programme must show even where the regency's code cannot be read
        RegencyCode regency = code.orElse(new RegencyCode("0000"));
        Set<String> ids = new HashSet<>();
        List<Programme> programmes = new ArrayList<>();
        for (Section programme : sections) {
            programme.textOf("id").filter(id -> !ids.add(id)).ifPresent(id -> programme.blame("id", Kind.ID_TWICE, id));
            new ProgrammeReader(programme, problems).read(regency).ifPresent(programmes::add);
        }
        return programmes;
    }

    private Map<Field, List<String>> columnAliases() {
        Map<Field, List<String>> aliases = new EnumMap<>(Field.class);
        Map<String, String> keyOfAlias = new HashMap<>();
        Map<String, String> leavingKeyOfAlias = new HashMap<>();
        common.forEach((field, names) -> names.forEach(
                name -> (field.isOfLeavers() ? leavingKeyOfAlias : keyOfAlias).put(asHeader(name), field.key())));
        section.findSection("columns").ifPresent(columns -> {
            for (String key : columns.keys()) {
                List<String> texts = columns.findList(key, Form.TEXT).orElse(List.of());
                Optional<Field> field = Field.find(key).filter(it -> !it.isOurs() && !it.isOfAnswers());
                if (field.isEmpty()) {
                    columns.blame(key, Kind.FIELD_UNKNOWN, key);
                    continue;
                }
                for (String text : texts) {
                    String other = (field.get().isOfLeavers() ? leavingKeyOfAlias : keyOfAlias)
                            .putIfAbsent(asHeader(text), key);
                    if (other != null && !other.equals(key)) {
                        columns.blame(key, Kind.ALIAS_TWICE, text, other);
                    }
                }
                aliases.put(field.get(), texts);
            }
        });
        return aliases;
    }

    /** As a header is compared (SPEC section 4, Columns). */
    private static String asHeader(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
