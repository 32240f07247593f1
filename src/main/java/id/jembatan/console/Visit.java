package id.jembatan.console;

import id.jembatan.domain.Account;
import id.jembatan.pipeline.WebRequest;
import java.time.Instant;

/**
 * A request of somebody who is signed in.
 *
 * @param token what forms of this session carry
 */
record Visit(WebRequest request, Account account, String token, Instant now) {

    /** The part of the address at that place, from 0; "" when it is shorter. */
    String path(int place) {
        return request.path().size() > place ? request.path().get(place) : "";
    }

    /** Whether the address has so many parts. */
    boolean isOfLength(int parts) {
        return request.path().size() == parts;
    }
}
