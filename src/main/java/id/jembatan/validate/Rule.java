package id.jembatan.validate;

/** One claim about a row; it adds what contradicts it. Sees no other row. */
@FunctionalInterface
interface Rule {
    void check(Subject subject, Findings findings);
}
