package id.jembatan.pipeline;

import id.jembatan.domain.BirthDate;
import id.jembatan.domain.Contributions;
import id.jembatan.domain.Field;
import id.jembatan.domain.Finding;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.IntakeMode;
import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.Leaving;
import id.jembatan.domain.Programme;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.RepairRef;
import id.jembatan.domain.ToldPerson;
import id.jembatan.domain.Verdict;
import id.jembatan.domain.Worker;
import id.jembatan.domain.WorkerDraft;
import id.jembatan.normalise.Normaliser;
import id.jembatan.validate.EndReasons;
import id.jembatan.validate.RootCauses;
import id.jembatan.validate.SectorNames;
import id.jembatan.validate.Validator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Normalises and judges the rows of one table: the pure way of a row. */
final class RowJudge {

    private final Programme programme;
    private final YearMonth month;
    private final Contributions contributions;
    private final Normaliser normaliser;
    private final Validator validator;
    private final SectorNames sectors;
    private final LocalDate received;
    private final Optional<EndReasons> reasons;

    /** @param reasons of a list of leavers; empty for every other */
    RowJudge(
            Programme programme,
            LocalDate received,
            Contributions contributions,
            Normaliser normaliser,
            Validator validator,
            SectorNames sectors,
            Optional<EndReasons> reasons) {
        this.programme = programme;
        this.month = YearMonth.from(received);
        this.contributions = contributions;
        this.normaliser = normaliser;
        this.validator = validator;
        this.sectors = sectors;
        this.received = received;
        this.reasons = reasons;
    }

    /** What there is to say of the row. */
    List<Finding> findings(RawRow row) {
        return validator.judge(normaliser.normalise(row)).findings();
    }

    /** The row as the register takes it, and its marks on the tally. */
    JudgedRow judge(long position, RawRow row, String sheet, ChunkTally tally) {
        WorkerDraft draft = normaliser.normalise(row);
        Verdict<Worker> verdict = validator.judge(draft);
        tally.add(
                position,
                sheet,
                row.row(),
                draft.changed(),
                sectors.sectorOf(draft),
                verdict.findings(),
                RootCauses.of(draft, verdict.findings()),
                RootCauses.shownWithoutFinding(draft));
        Optional<Worker> worker = verdict.fold(passed -> Optional.of(passed.value()), rejected -> Optional.empty());
        return new JudgedRow(
                position,
                row.sheet(),
                row.row(),
                codes(verdict.findings()),
                worker,
                reasons.isPresent() ? Optional.empty() : worker.map(this::base),
                RepairRef.parse(draft.texts().get(Field.REPAIR_REF)),
                worker.flatMap(passed -> reasons.map(known -> leaving(draft, known))),
                worker.isEmpty() && isOfFullList() ? Optional.of(told(draft)) : Optional.empty());
    }

    private boolean isOfFullList() {
        return programme.mode() == IntakeMode.FULL_LIST && !programme.practice() && reasons.isEmpty();
    }

    private ToldPerson told(WorkerDraft draft) {
        return new ToldPerson(
                validator.findNik(draft),
                draft.matchKey(),
                draft.birthDate().value().map(BirthDate::date));
    }

    private Leaving leaving(WorkerDraft draft, EndReasons known) {
        return new Leaving(draft.endDate().value().map(BirthDate::date).orElse(received), known.of(draft));
    }

    /** The person of a row that was let in when it came, as the register takes one; nothing is judged. */
    Optional<Worker> findPerson(RawRow row) {
        return validator.findPerson(normaliser.normalise(row));
    }

    private BigDecimal base(Worker worker) {
        return contributions
                .findBase(programme, worker.wage(), worker.texts().get(Field.POSITION), month)
                .orElseThrow(() -> new IllegalStateException("a row that passed has something to reckon from"));
    }

    /** Each code once, in the catalogue's order. */
    static List<FindingCode> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).distinct().sorted().toList();
    }
}
