package id.jembatan.domain;

/**
 * A decision of a review or a case that is not taken back.
 *
 * @param name of the review or case, as people name it
 * @param choice the word of the choice
 * @param by who decided
 */
public record StandingDecision(String name, String choice, String by) {}
