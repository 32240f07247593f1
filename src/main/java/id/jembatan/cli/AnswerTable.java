package id.jembatan.cli;

import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.AnswerOutcome;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Rupiah;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
                    result(file),
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

    /** The same for a script. */
    List<Map<String, Object>> facts(List<AnswerFile> files) {
        files.forEach(this::note);
        return files.stream().map(AnswerTable::facts).toList();
    }

    private static Map<String, Object> facts(AnswerFile file) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("answer", file.id().value());
        facts.put("branch", file.branch().orElse(""));
        facts.put("status", result(file));
        facts.put("read", file.counts().read());
        Map<String, Long> rows = new LinkedHashMap<>();
        for (AnswerOutcome outcome : AnswerOutcome.values()) {
            rows.put(outcome.name().toLowerCase(Locale.ROOT), file.counts().of(outcome));
        }
        facts.put("rows", rows);
        return facts;
    }

    private static String result(AnswerFile file) {
        return file.step() == AnswerFile.Step.ANSWERED
                ? file.refusal().map(refusal -> refusal.code().name()).orElse("TAKEN")
                : file.step().name();
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
