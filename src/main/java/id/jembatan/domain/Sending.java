package id.jembatan.domain;

import java.util.OptionalLong;

/**
 * When a programme's new people go to the branch (SPEC section 8, {@code send} and {@code release}).
 *
 * @param monthly once a month: the first night of the month that finds anybody
 * @param minimum not before that many wait; empty = whoever there is
 * @param confirmed a batch that is frozen waits until a second person releases it
 */
public record Sending(boolean monthly, OptionalLong minimum, boolean confirmed) {

    /** Every night, whoever there is, at once. */
    public static final Sending NIGHTLY = new Sending(false, OptionalLong.empty(), false);
}
