package id.jembatan.cli;

import id.jembatan.domain.Agreements;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Messages;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.pipeline.Unusable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The one regency or programme that is meant, where somebody says so; else all of them. */
final class Narrowed {

    @Option(names = "--programme", paramLabel = "ID")
    private @Nullable String programme;

    @Option(names = "--regency", paramLabel = "CODE")
    private @Nullable String regency;

    Optional<String> programme() {
        return Optional.ofNullable(programme);
    }

    Optional<String> regency() {
        return Optional.ofNullable(regency);
    }

    /** The same, of what the agreements hold today: a name that means none is answered with those that there are. */
    void requireKnown(Agreements agreements, Messages messages) {
        if (regency != null && programme != null) {
            AskedProgramme.find(agreements, messages, regency, programme);
        } else if (regency != null) {
            AskedProgramme.regency(agreements, messages, regency);
        } else if (programme != null && agreements.listProgrammes().stream().noneMatch(each -> holds(each.key()))) {
            throw new Unusable(messages.get(
                    "cli.no-programme-anywhere",
                    programme,
                    agreements.listProgrammes().stream()
                            .map(each -> each.key().id())
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", "))));
        }
    }

    boolean holds(ProgrammeKey key) {
        return programme().map(key.id()::equals).orElse(true)
                && regency().map(key.regency().value()::equals).orElse(true);
    }

    /** Whether it is a drop of that regency and programme; a file in no programme's folder is of none. */
    boolean holds(LoggedDrop drop) {
        boolean inProgramme = programme().isEmpty()
                || drop.receipt()
                        .programme()
                        .filter(key -> key.id().equals(programme))
                        .isPresent();
        boolean inRegency = regency().isEmpty()
                || drop.receipt()
                        .regency()
                        .filter(code -> code.value().equals(regency))
                        .isPresent();
        return inProgramme && inRegency;
    }

    /** What the audit trail says of it. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new TreeMap<>();
        programme().ifPresent(id -> facts.put("programme", id));
        regency().ifPresent(code -> facts.put("regency", code));
        return facts;
    }
}
