package id.jembatan.validate;

import id.jembatan.domain.BirthDate;
import id.jembatan.domain.Field;
import id.jembatan.domain.FieldTexts;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Programme;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Verdict;
import id.jembatan.domain.Worker;
import id.jembatan.domain.WorkerDraft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges the rows of one drop by every rule of SPEC section 5 that needs nothing but the row, the programme and the day.
 * All findings are gathered before anything is decided. May be used by several threads.
 */
public final class Validator {
    /** What a worker holds outside its texts, and our own columns. */
    private static final Set<Field> NOT_KEPT = Set.of(
            Field.NIK,
            Field.NAME,
            Field.BIRTH_DATE,
            Field.END_DATE,
            Field.END_REASON,
            Field.REPAIR_REF,
            Field.REPAIR_NOTE);

    private final List<Rule> rules;
    private final boolean ofLeavers;
    private final Set<Field> kept = EnumSet.allOf(Field.class);

    /** @param received the day of receipt: ages are completed years on it, and nothing may lie after it */
    public Validator(
            Programme programme,
            RegencyCode regency,
            LocalDate received,
            AreaCodes areas,
            Occupations occupations,
            PlaceNames places) {
        this(rules(programme, regency, received, areas, occupations, places), false);
        if (!programme.required().contains(Field.DISABILITY)) {
            // specially protected by UU 27/2022: kept only where the promise is made to people with one
            kept.remove(Field.DISABILITY);
        }
    }

    private Validator(List<Rule> rules, boolean ofLeavers) {
        this.rules = rules;
        this.ofLeavers = ofLeavers;
        kept.removeAll(NOT_KEPT);
    }

    /**
     * Judges rows of a list of leavers: who it is, and when; whatever else stands there need not be right. Of the person
     * only the NIK is kept, for the register knows the rest.
     */
    public static Validator ofLeavers(LocalDate received, AreaCodes areas) {
        List<Rule> rules = new ArrayList<>(nationalId(received, areas));
        rules.add(new RowIsNotShifted());
        rules.add(new EndDateIsReadable());
        Validator validator = new Validator(List.copyOf(rules), true);
        validator.kept.clear();
        return validator;
    }

    private static List<Rule> nationalId(LocalDate received, AreaCodes areas) {
        return List.of(
                new NationalIdIsGiven(),
                new NationalIdIsNotScientific(),
                new NationalIdIsExact(),
                new NationalIdIsDigits(),
                new NationalIdIsNotSwappedWithKpj(),
                new NationalIdHasSixteenDigits(),
                new NationalIdIsNotTheFamilyCard(),
                new NationalIdIsNoFiller(),
                new NationalIdAreaExists(areas),
                new NationalIdDistrictExists(areas),
                new NationalIdDateExists(received),
                new NationalIdSerialIsGiven(),
                new NationalIdIsStoredAsText(),
                new NationalIdAgreesWithBirthDate(),
                new NationalIdAgreesWithSex());
    }

    /** Every rule, in the order of asking: a rule comes after those whose findings silence its own. */
    private static List<Rule> rules(
            Programme programme,
            RegencyCode regency,
            LocalDate received,
            AreaCodes areas,
            Occupations occupations,
            PlaceNames places) {
        List<Rule> rules = new ArrayList<>();
        rules.add(new BirthDateIsNotInFuture(received));
        rules.addAll(nationalId(received, areas));
        rules.addAll(List.of(
                new NameIsGiven(),
                new NameIsAName(),
                new NameIsNotMojibake(),
                new BirthDateIsGiven(programme),
                new BirthDateIsReadable(),
                new BirthDateHasWholeYear(),
                new BirthDateIsWrittenDayFirst(),
                new BirthDateOrderIsSure(),
                new AgeIsWithinProgramme(programme.age(), received),
                new SexIsReadable(),
                new PhoneIsReadable(),
                new WageIsGiven(programme),
                new WageIsReadable(programme),
                new WageIsPlausible(),
                new KpjHasElevenDigits(),
                new OccupationIsGiven(),
                new OccupationIsEligible(programme, occupations),
                new DistrictIsKnown(places.districtsOf(regency)),
                new VillageIsKnown(places.villagesOf(regency)),
                new RowIsNotShifted(),
                new RequiredFieldsAreFilled(programme)));
        return List.copyOf(rules);
    }

    /** Findings in the catalogue's order. */
    public Verdict<Worker> judge(WorkerDraft draft) {
        Subject subject = Subject.of(draft);
        Findings findings = new Findings();
        for (Rule rule : rules) {
            rule.check(subject, findings);
        }
        return findings.hasError()
                ? new Verdict.Rejected<>(findings.list())
                : new Verdict.Passed<>(worker(subject), findings.list());
    }

    /** The person of a row that was let in once, whatever would be said of it today; empty without a NIK to know it by. */
    public Optional<Worker> findPerson(WorkerDraft draft) {
        Subject subject = Subject.of(draft);
        return subject.hasSixteenDigits() ? Optional.of(worker(subject)) : Optional.empty();
    }

    /** What stands as the NIK, however faulty, where it could be one by its digits. */
    public Optional<NationalId> findNik(WorkerDraft draft) {
        return NationalId.find(Subject.of(draft).nik());
    }

    private Worker worker(Subject subject) {
        WorkerDraft draft = subject.draft();
        NationalId nik = new NationalId(subject.nik());
        FieldTexts.Builder texts = FieldTexts.builder();
        draft.texts().forEach((field, text) -> {
            if (kept.contains(field)) {
                texts.put(field, text);
            }
        });
        return new Worker(
                nik,
                ofLeavers ? "" : subject.text(Field.NAME),
                ofLeavers ? "" : draft.matchKey(),
                ofLeavers ? Optional.empty() : draft.birthDate().value().map(BirthDate::date),
                draft.sex().value().orElseGet(nik::sex),
                ofLeavers ? Optional.empty() : draft.wage().value(),
                texts.build());
    }
}
