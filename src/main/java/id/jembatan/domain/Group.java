package id.jembatan.domain;

import java.util.Arrays;
import java.util.Optional;

/** For whom a programme is. */
public enum Group {
    VULNERABLE("vulnerable"),
    NON_ASN("non-asn"),
    VILLAGE("village"),
    ASN("asn"),
    EMPLOYEE("employee"),
    SELF("self");

    private final String key;

    Group(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<Group> find(String key) {
        return Arrays.stream(values()).filter(group -> group.key.equals(key)).findFirst();
    }
}
