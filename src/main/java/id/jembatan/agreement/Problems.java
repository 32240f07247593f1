package id.jembatan.agreement;

import id.jembatan.domain.AgreementProblem;
import id.jembatan.domain.AgreementProblem.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file, so that its author sees all of it at once; not thread-safe. */
final class Problems {

    private final String file;
    private final List<AgreementProblem> found = new ArrayList<>();

    /** @param file its path below the configuration folder */
    Problems(String file) {
        this.file = file;
    }

    void add(int line, String key, Kind kind, String... details) {
        found.add(new AgreementProblem(file, line, key, kind, List.of(details)));
    }

    void addToFile(Kind kind, String... details) {
        add(0, "", kind, details);
    }

    int count() {
        return found.size();
    }

    List<AgreementProblem> inOrderOfLines() {
        return found.stream()
                .sorted(Comparator.comparingInt(AgreementProblem::line))
                .toList();
    }
}
