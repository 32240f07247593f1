package id.jembatan.cli;

import id.jembatan.domain.Agreements;
import id.jembatan.domain.Messages;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Regency;
import id.jembatan.pipeline.Unusable;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** A programme as somebody names it on the command line; a name that means none is answered with those that there are. */
final class AskedProgramme {

    @Option(names = "--programme", paramLabel = "ID", required = true)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String programme;

    @Option(names = "--regency", paramLabel = "CODE", required = true)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String regency;

    ProgrammeKey get(Agreements agreements, Messages messages) {
        return find(agreements, messages, regency, programme);
    }

    /** A regency by its code. */
    static Regency regency(Agreements agreements, Messages messages, String regency) {
        Optional<Regency> found = agreements.regencies().stream()
                .filter(each -> each.code().value().equals(regency))
                .findFirst();
        return found.orElseThrow(() -> new Unusable(messages.get(
                "cli.no-regency",
                regency,
                agreements.regencies().stream()
                        .map(each -> each.code() + " " + each.name())
                        .collect(Collectors.joining(", ")))));
    }

    static ProgrammeKey find(Agreements agreements, Messages messages, String regency, String programme) {
        Regency known = regency(agreements, messages, regency);
        return known.findProgramme(programme)
                .orElseThrow(() -> new Unusable(messages.get(
                        "cli.no-programme",
                        programme,
                        known.name(),
                        known.programmes().stream().map(each -> each.key().id()).collect(Collectors.joining(", ")))))
                .key();
    }
}
