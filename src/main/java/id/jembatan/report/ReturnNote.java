package id.jembatan.report;

import id.jembatan.domain.Finding;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.RepairRow;
import id.jembatan.domain.Severity;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said beside a row that goes back: everything wrong with it and what to do, or why it did not come in. */
final class ReturnNote {

    private static final String CASE = "case:";

    private final Messages messages;

    ReturnNote(Messages messages) {
        this.messages = messages;
    }

    /**
     * One line a finding, errors first; of the notes only a look-alike asks for something, the others are left out. In a
     * repaired list the first line says whether the row is still wrong or new.
     */
    String repair(RepairRow row) {
        Stream<String> standing = row.standing().stream().map(known -> messages.get("report.note." + known));
        Stream<String> decision = row.outcome() == Outcome.REVIEW ? Stream.of(review()) : Stream.empty();
        Stream<String> findings = row.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO || isLookAlike(finding))
                .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::code))
                .map(this::toLine);
        return Stream.of(standing, decision, findings)
                .flatMap(lines -> lines)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** What is wrong and what to do. */
    String toLine(Finding finding) {
        return messages.sentence(finding) + " " + messages.action(finding.code());
    }

    String review() {
        return messages.get("report.note.review");
    }

    /** Why the branch refused it, in the branch's own words. */
    String refused(RepairRow row) {
        return row.outcomeRef().isEmpty()
                ? messages.get("report.answer.note.refused.silent")
                : messages.get("report.answer.note.refused", row.outcomeRef());
    }

    /** Why it did not come in, and on a line of its own that somebody else is the same but for the NIK. */
    String leftOut(RepairRow row) {
        Stream<String> alike =
                row.findings().stream().filter(ReturnNote::isLookAlike).map(this::toLine);
        return Stream.concat(Stream.of(reason(row)), alike).collect(Collectors.joining("\n"));
    }

    private static boolean isLookAlike(Finding finding) {
        return finding.code() == FindingCode.PERSON_LOOKS_ALIKE;
    }

    private String reason(RepairRow row) {
        String ref = row.outcomeRef();
        return switch (row.outcome()) {
            case DUPLICATE -> messages.get("report.reason.duplicate", ref);
            case COVERED ->
                ref.startsWith(CASE)
                        ? messages.get("report.reason.covered.case", ref.substring(CASE.length()))
                        : messages.get("report.reason.covered", ref);
            case WAITLISTED -> messages.get("report.reason.waitlisted");
            default -> throw new IllegalArgumentException(row.outcome() + " is not left out");
        };
    }
}
