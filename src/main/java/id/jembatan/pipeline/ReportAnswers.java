package id.jembatan.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.jembatan.disk.Durable;
import id.jembatan.domain.Agreements;
import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.AnswerVerdict;
import id.jembatan.domain.AnsweredLine;
import id.jembatan.domain.Field;
import id.jembatan.domain.Regency;
import id.jembatan.domain.Sex;
import id.jembatan.domain.Worker;
import id.jembatan.domain.WorkerDraft;
import id.jembatan.domain.Workspace;
import id.jembatan.read.DropReader;
import id.jembatan.report.AnswerPage;
import id.jembatan.report.AnswerSummary;
import id.jembatan.report.AnswerTally;
import id.jembatan.report.ReceiptPage;
import id.jembatan.report.Summary;
import id.jembatan.stage.AnswerShelf;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers the branch in {@code reply/_answers/<branch>/<id>/}, by one rename. All that it says comes from the register and
 * the archive, so writing it again gives the same bytes.
 */
public final class ReportAnswers {

    static final String UNPLACED = "_unplaced";

    /** What is no part of the person that was sent. */
    private static final Set<Field> NOT_SENT = EnumSet.of(
            Field.NIK,
            Field.KPJ,
            Field.LINE_REF,
            Field.STATUS,
            Field.REASON,
            Field.NOTE,
            Field.REPAIR_REF,
            Field.REPAIR_NOTE);

    private final Workspace workspace;
    private final RuleSets rules;
    private final DropReader reader;
    private final AnswerShelf shelf;

    ReportAnswers(Workspace workspace, RuleSets rules, DropReader reader, AnswerShelf shelf) {
        this.workspace = workspace;
        this.rules = rules;
        this.reader = reader;
        this.shelf = shelf;
    }

    /** Where the file is answered; the same bytes on the same day in the same folder. */
    Path folderOf(AnswerFile file) {
        return workspace
                .reply()
                .resolve("_answers")
                .resolve(file.branch().orElse(UNPLACED))
                .resolve(file.id().value());
    }

    void publish(AnswerFile file) throws IOException {
        Path folder = folderOf(file);
        Path unfinished = folder.resolveSibling("." + file.id() + ".unfinished");
        Durable.removeAll(unfinished);
        Durable.makeFolders(unfinished);
        Map<Field, Long> changes = file.isRefused() ? writeRefused(unfinished, file) : writeLines(unfinished, file);
        ObjectMapper layout = Summary.layout();
        try (OutputStream out = Files.newOutputStream(unfinished.resolve("summary.json"))) {
            out.write(layout.writeValueAsBytes(
                    AnswerSummary.of(file, changes, rules.of(file).messages(), zone(file))));
            out.write('\n');
        }
        Durable.publishFolder(unfinished, folder);
    }

    private ZoneId zone(AnswerFile file) {
        Agreements agreements = rules.of(file).book().agreements();
        return file.branch()
                .flatMap(branch -> agreements.regencies().stream()
                        .filter(regency -> regency.branch().equals(branch))
                        .findFirst())
                .map(Regency::zone)
                .orElse(BusinessClock.NOWHERE);
    }

    private Map<Field, Long> writeRefused(Path folder, AnswerFile file) throws IOException {
        new AnswerPage(rules.of(file).messages()).writeRefused(folder.resolve(ReceiptPage.FILE), file, zone(file));
        return Map.of();
    }

    private Map<Field, Long> writeLines(Path folder, AnswerFile file) throws IOException {
        try (AnswerTally tally = new AnswerTally(folder.resolve("lines.csv"))) {
            shelf.withLines(file, lines -> {
                try {
                    if (shelf.hasChanged(file)) {
                        writeWithChanges(tally, file, lines);
                    }
                    while (lines.hasNext()) {
                        tally.add(lines.next(), Set.of());
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return true;
            });
            if (tally.rows() != file.counts().read()) {
                throw new IllegalStateException(
                        "control total: expected " + file.counts().read() + " lines, found " + tally.rows());
            }
            new AnswerPage(rules.of(file).messages()).write(folder.resolve(ReceiptPage.FILE), file, tally, zone(file));
            return tally.changes();
        }
    }

    /** Another pass over the archived bytes, beside what was sent. */
    private void writeWithChanges(AnswerTally tally, AnswerFile file, Iterator<AnsweredLine> lines) {
        AnswerPass pass = AnswerPass.survey(reader, workspace, file, rules.of(file));
        shelf.withChanged(file, sent -> {
            try {
                pass.walk((row, draft) -> {
                    AnsweredLine line = lines.next();
                    boolean changed =
                            line.verdict().filter(AnswerVerdict.CHANGED::equals).isPresent()
                                    && line.outcome().fits();
                    tally.add(line, changed ? changes(draft, sent.next()) : Set.of());
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        });
    }

    /** The fields that the branch wrote otherwise than they were sent; what it left empty it did not change. */
    private static Set<Field> changes(WorkerDraft draft, Worker sent) {
        Set<Field> changed = EnumSet.noneOf(Field.class);
        draft.texts().forEach((field, text) -> {
            if (!NOT_SENT.contains(field) && !text.equals(sentText(field, sent))) {
                changed.add(field);
            }
        });
        changed.remove(Field.BIRTH_DATE);
        changed.remove(Field.SEX);
        changed.remove(Field.WAGE);
        draft.birthDate()
                .value()
                .filter(date -> !Optional.of(date.date()).equals(sent.birthDate()))
                .ifPresent(date -> changed.add(Field.BIRTH_DATE));
        Optional<Sex> sex = draft.sex().value();
        sex.filter(it -> it != sent.sex()).ifPresent(it -> changed.add(Field.SEX));
        draft.wage()
                .value()
                .filter(wage ->
                        sent.wage().filter(was -> was.compareTo(wage) == 0).isEmpty())
                .ifPresent(wage -> changed.add(Field.WAGE));
        return changed;
    }

    private static String sentText(Field field, Worker sent) {
        return field == Field.NAME ? sent.name() : sent.texts().get(field);
    }
}
