package id.jembatan.cli;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.ProgrammeKey;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
