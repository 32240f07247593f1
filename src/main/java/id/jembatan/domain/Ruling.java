package id.jembatan.domain;

import java.util.List;

/**
 * What a decision does to the claims that it is about.
 *
 * @param choice as it was asked for
 * @param person the number of the person whose NIK it is; 0 where none was named
 * @param freed rows that are settled after all
 * @param denied rows that stay out: the NIK is another's
 * @param kept entries that stay
 * @param ended entries that end
 */
public record Ruling(
        Choice choice, int person, List<Claim> freed, List<Claim> denied, List<Claim> kept, List<Claim> ended) {

    public Ruling {
        freed = List.copyOf(freed);
        denied = List.copyOf(denied);
        kept = List.copyOf(kept);
        ended = List.copyOf(ended);
    }

    /** What can be decided. */
    public enum Choice {
        /** All are one person. */
        SAME,
        /** The NIK is one person's, named by number. */
        PERSON,
        /** The NIK is nobody's of them. */
        NEITHER,
        /** Of a case: the other regency's entry stays. */
        THEIRS,
        /** Of a case: the other regency's entry ends. */
        OURS
    }
}
