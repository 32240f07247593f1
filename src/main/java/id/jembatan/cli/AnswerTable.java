package id.jembatan.cli;

import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.AnswerOutcome;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Rupiah;
import java.io.PrintWriter;
import java.util.List;

/** What became of some answer files, a line each, and what that means for the exit code. */
final class AnswerTable {

    private final Messages messages;
    private int exitCode = Jembatan.DONE;

    AnswerTable(Messages messages) {
        this.messages = messages;
    }

    /** Nothing where there is none. */
    void print(PrintWriter out, List<AnswerFile> files) {
        if (files.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(
                messages.get("cli.answer"),
                messages.get("cli.branch"),
                messages.get("cli.result"),
                messages.get("cli.read"),
                messages.get("cli.answer.SETTLED"),
                messages.get("cli.answer.REPEATED"),
                messages.get("cli.answer.CONTRADICTORY"),
                messages.get("cli.answer.REVIEW"),
                messages.get("cli.answer.UNKNOWN"),
                messages.get("cli.answer.INVALID"));
        files.forEach(file -> {
            note(file);
            table.row(
                    file.id().value(),
                    file.branch().orElse("-"),
                    file.step() == AnswerFile.Step.ANSWERED
                            ? file.refusal()
                                    .map(refusal -> refusal.code().name())
                                    .orElse("TAKEN")
                            : file.step().name(),
                    count(file.counts().read()),
                    count(file, AnswerOutcome.SETTLED),
                    count(file, AnswerOutcome.REPEATED),
                    count(file, AnswerOutcome.CONTRADICTORY),
                    count(file, AnswerOutcome.REVIEW),
                    count(file, AnswerOutcome.UNKNOWN),
                    count(file, AnswerOutcome.INVALID));
        });
        table.print(out);
    }

    private void note(AnswerFile file) {
        if (file.step() == AnswerFile.Step.PARKED) {
            exitCode = Jembatan.FAULT;
        } else if (exitCode != Jembatan.FAULT
                && (file.isRefused() || file.counts().unfit() > 0)) {
            exitCode = Jembatan.TO_REPAIR;
        }
    }

    private String count(AnswerFile file, AnswerOutcome outcome) {
        return count(file.counts().of(outcome));
    }

    private String count(long number) {
        return Rupiah.count(number, messages.language());
    }

    /** 1 when an answer did not fit, 3 when a file was parked. */
    int exitCode() {
        return exitCode;
    }
}
