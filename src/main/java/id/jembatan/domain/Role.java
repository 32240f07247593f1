package id.jembatan.domain;

/** What somebody who signs in at the console is (SPEC section 12). */
public enum Role {
    /** Runs the service: sees all, decides, and puts files in for everybody. */
    OPERATOR,
    /** The staff of one regency: sees and puts in what is its own. */
    REGENCY,
    /** An office of a regency: sees and puts in what is of the programmes that it is named for. */
    AGENCY,
    /** Sees all, changes nothing. */
    AUDITOR
}
