package id.jembatan.pipeline;

import id.jembatan.domain.Agreements;
import id.jembatan.domain.Decided;
import id.jembatan.domain.Dispute;
import id.jembatan.domain.LookAlike;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Ruling;
import id.jembatan.domain.Ruling.Choice;
import id.jembatan.domain.StandingDecision;
import id.jembatan.report.Masked;
import id.jembatan.settle.FreedRows;
import id.jembatan.settle.RoomSince;
import id.jembatan.settle.Rulings;
import id.jembatan.stage.DecisionShelf;
import id.jembatan.stage.DisputeShelf;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a person looks at what waits for a decision, and decides it; what follows is done and told at once. */
public final class ReviewDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewDesk.class);

    /** As the register keeps a reason. */
    private static final int LONGEST_REASON = 4_000;

    private static final String CASE = "case:";

    private final House house;
    private final DisputeShelf disputes;
    private final DecisionShelf decisions;

    public ReviewDesk(House house) {
        this.house = house;
        this.disputes = new DisputeShelf(house.register());
        this.decisions = new DecisionShelf(house.register());
    }

    /**
     * What is asked for.
     *
     * @param person with PERSON: its number, as it was shown
     * @param version of what was looked at
     * @param by who decides
     */
    public record Wish(Choice choice, int person, String version, String reason, String by) {

        /** Without the reason, which may name a person. */
        @Override
        public String toString() {
            return choice + " " + version;
        }
    }

    public List<Long> listReviews() {
        return disputes.listReviews();
    }

    public List<Long> listCases() {
        return disputes.listCases();
    }

    /** What was decided today, where it stands: until the day is over it can be taken back. */
    public List<StandingDecision> listDecidedToday() {
        return disputes.listDecidedOn(house.rules().agreements().regencies().stream()
                .map(regency -> house.clock().today(regency.zone()))
                .distinct()
                .toList());
    }

    public List<LookAlike> listLookAlikes(int atMost) {
        return disputes.listLookAlikes(atMost);
    }

    public long countLookAlikes() {
        return disputes.countLookAlikes();
    }

    /** As it stands now, decided or not. */
    public Optional<Dispute> find(Dispute.Kind kind, long number) {
        return kind == Dispute.Kind.REVIEW ? disputes.findReview(number) : disputes.findCase(number);
    }

    /** By the name that people type, {@code 17} or {@code case:17}. */
    public Optional<Dispute> find(String name) {
        boolean isCase = name.startsWith(CASE);
        String number = isCase ? name.substring(CASE.length()) : name;
        return number.matches("[0-9]{1,18}")
                ? find(isCase ? Dispute.Kind.CASE : Dispute.Kind.REVIEW, Long.parseLong(number))
                : Optional.empty();
    }

    /**
     * What somebody asks for in words.
     *
     * @param wanted {@code same}, {@code neither}, a person's number; of a case {@code theirs}, {@code ours},
     *     {@code neither}
     * @throws Unusable when nothing of the kind can be chosen, or the reason or version is missing
     */
    public Wish wish(Dispute dispute, String wanted, String version, String reason, String by) {
        if (reason.isBlank() || version.isBlank()) {
            throw unusable("cli.review.reason");
        }
        int person = wanted.matches("[0-9]{1,6}") ? Integer.parseInt(wanted) : 0;
        return new Wish(choose(dispute, wanted, person), person, version, reason, by);
    }

    private Choice choose(Dispute dispute, String wanted, int person) {
        boolean review = dispute.kind() == Dispute.Kind.REVIEW;
        if (review && person > 0) {
            if (!persons(dispute).contains(person) && dispute.open()) {
                throw unusable("cli.review.no-person", person);
            }
            return Choice.PERSON;
        }
        for (Choice choice : review
                ? new Choice[] {Choice.SAME, Choice.NEITHER}
                : new Choice[] {Choice.THEIRS, Choice.OURS, Choice.NEITHER}) {
            if (choice.name().equals(wanted.toUpperCase(Locale.ROOT))) {
                return choice;
            }
        }
        throw unusable(review ? "cli.review.choices" : "cli.review.choices.case");
    }

    private Unusable unusable(String key, Object... arguments) {
        return new Unusable(house.messages().get(key, arguments));
    }

    /**
     * What the audit trail says of somebody who looks at one or decides it.
     *
     * @param name as it was asked for
     * @param does {@code look}, {@code decide}, {@code undo}
     * @param choice what was asked for; "" for none
     */
    public static Map<String, Object> facts(String name, String does, String choice, String version, String reason) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("of", masked(name));
        facts.put("does", does);
        if (!choice.isEmpty()) {
            facts.put("choice", masked(choice));
            facts.put("seen", masked(version));
        }
        if (!reason.isEmpty()) {
            facts.put("reason", masked(reason));
        }
        return facts;
    }

    /** The number of the person of each claim, from 1. */
    public List<Integer> persons(Dispute dispute) {
        return Rulings.persons(dispute);
    }

    /** Decides; the offices are told at once. */
    public Decided decide(Dispute dispute, Wish wish) throws IOException {
        Agreements agreements = house.rules().agreements();
        LocalDate day = today(dispute.regency());
        DecisionShelf.Asked asked = new DecisionShelf.Asked(
                dispute.kind(), dispute.number(), wish.version(), wish.by(), kept(wish.reason()), day);
        Decided decided = decisions.decide(
                asked,
                seen -> rule(seen, wish, day),
                places -> new FreedRows(agreements, house.rules().contributions(), day, places));
        tell();
        LOG.info("{}: {}", dispute, decided.result());
        return decided;
    }

    private Ruling rule(Dispute dispute, Wish wish, LocalDate day) {
        return dispute.kind() == Dispute.Kind.REVIEW
                ? Rulings.ofReview(dispute, wish.choice(), wish.person())
                : Rulings.ofCase(dispute, wish.choice(), key -> isOver(key, day));
    }

    private boolean isOver(ProgrammeKey key, LocalDate day) {
        return house.rules()
                .agreements()
                .findProgramme(key)
                .filter(programme -> !YearMonth.from(day).isAfter(programme.endOn(day)))
                .isEmpty();
    }

    /** Takes the last decision back. */
    public Decided undo(Dispute dispute, String by) throws IOException {
        LocalDate today = today(dispute.regency());
        RoomSince room = new RoomSince(house.rules().agreements(), house.rules().contributions(), today);
        Decided undone = decisions.undo(dispute.kind(), dispute.number(), by, today, room);
        tell();
        LOG.info("{}: taken back: {}", dispute, undone.result());
        return undone;
    }

    private void tell() throws IOException {
        house.journal().bringUpToDate();
        house.tellOffices().tellAll();
    }

    private LocalDate today(RegencyCode code) {
        return house.clock().today(house.rules().agreements().getRegency(code).zone());
    }

    /** As the operator may see it: a run of 16 digits may be a NIK or a family card. */
    public static String masked(String text) {
        return Masked.text(text);
    }

    private static String kept(String reason) {
        String masked = Masked.text(reason.strip());
        return masked.length() <= LONGEST_REASON ? masked : masked.substring(0, LONGEST_REASON);
    }
}
