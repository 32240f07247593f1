package id.jembatan.domain;

import java.util.List;
import java.util.stream.Collectors;

/** The agreements or the rates cannot be used; names everything that is wrong in them at once. */
public final class AgreementsBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<AgreementProblem> problems;

    public AgreementsBroken(List<AgreementProblem> problems) {
        super(problems.stream().map(AgreementProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** By file, then line. */
    public List<AgreementProblem> problems() {
        return problems;
    }
}
