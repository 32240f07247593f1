package id.jembatan.pipeline;

import id.jembatan.domain.Field;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Regency;
import id.jembatan.template.Offer;
import id.jembatan.template.ProgrammeTemplate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the empty workbook of a programme, from its agreement and the configuration. */
public final class TemplateFile {

    private final Path config;
    private final Rulebook rules;
    private final Messages messages;

    public TemplateFile(Path config, Rulebook rules, Messages messages) {
        this.config = config;
        this.rules = rules;
        this.messages = messages;
    }

    /** Writes it; the same programme and configuration give the same bytes. */
    public void write(Path file, ProgrammeKey key) throws IOException {
        Regency regency = rules.agreements().getRegency(key.regency());
        Programme programme = rules.agreements().getProgramme(key);
        Map<String, List<String>> lists = WordLists.load(config.resolve("choices.yaml"));
        new ProgrammeTemplate(messages)
                .write(
                        file,
                        new Offer(
                                regency,
                                programme,
                                headers(),
                                lists.getOrDefault(programme.segment().name(), List.of()).stream()
                                        .map(Field::find)
                                        .flatMap(Optional::stream)
                                        .toList(),
                                rules.areas().listDistricts(regency.code()),
                                rules.areas().listVillages(regency.code()),
                                lists.getOrDefault("occupations", List.of())));
    }

    /** The first of the names by which each field is recognised. */
    private Map<Field, String> headers() {
        Map<Field, String> headers = new EnumMap<>(Field.class);
        WordLists.load(config.resolve("columns.yaml"))
                .forEach((key, names) -> Field.find(key).ifPresent(field -> headers.put(field, names.get(0))));
        return headers;
    }
}
