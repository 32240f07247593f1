package id.jembatan.settle;

import id.jembatan.domain.Claim;
import id.jembatan.domain.Dispute;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Ruling;
import id.jembatan.domain.Ruling.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a decision means for each row and entry (SPEC section 6). A NIK that is not a person's protects nobody: rows of that
 * person stay out, and entries end.
 */
public final class Rulings {

    private Rulings() {}

    /** The number of the person of each claim, in the order of the claims. */
    public static List<Integer> persons(Dispute dispute) {
        return new KnownPersons(Set.of())
                .number(dispute.claims().stream().map(Claim::worker).toList());
    }

    /**
     * Of a review, all claims of which are in one regency.
     *
     * @param person with PERSON: whose NIK it is
     */
    public static Ruling ofReview(Dispute dispute, Choice choice, int person) {
        List<Integer> persons = persons(dispute);
        Sorted sorted = new Sorted();
        for (int i = 0; i < persons.size(); i++) {
            boolean owner = choice == Choice.SAME || (choice == Choice.PERSON && persons.get(i) == person);
            sorted.add(dispute.claims().get(i), owner);
        }
        return sorted.ruling(choice, choice == Choice.PERSON ? person : 0);
    }

    /**
     * Of a case: rows of one regency, covered by an entry of another.
     *
     * @param isOver programmes that take nobody any more: their rows stay as they are
     */
    public static Ruling ofCase(Dispute dispute, Choice choice, Predicate<ProgrammeKey> isOver) {
        Sorted sorted = new Sorted();
        for (Claim claim : dispute.claims()) {
            if (claim.entry()) {
                sorted.add(claim, choice == Choice.THEIRS);
            } else if (choice != Choice.THEIRS && !isOver.test(claim.programme())) {
                sorted.add(claim, choice == Choice.OURS);
            }
        }
        return sorted.ruling(choice, 0);
    }

    private static final class Sorted {

        private final List<Claim> freed = new ArrayList<>();
        private final List<Claim> denied = new ArrayList<>();
        private final List<Claim> kept = new ArrayList<>();
        private final List<Claim> ended = new ArrayList<>();

        void add(Claim claim, boolean stays) {
            if (claim.entry()) {
                (stays ? kept : ended).add(claim);
            } else {
                (stays ? freed : denied).add(claim);
            }
        }

        Ruling ruling(Choice choice, int person) {
            return new Ruling(choice, person, freed, denied, kept, ended);
        }
    }
}
