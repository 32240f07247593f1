package id.jembatan.outbound;

import java.util.Optional;

/**
 * What a batch's folder holds beside what every batch's folder holds.
 *
 * @param sums {@code SHA256SUMS}
 * @param mail {@code <batch>.eml}, ready to send when a portal is down
 * @param mailTo the address; empty = the sender writes it
 */
public record Extras(boolean sums, boolean mail, Optional<String> mailTo) {

    public static final Extras NONE = new Extras(false, false, Optional.empty());
}
