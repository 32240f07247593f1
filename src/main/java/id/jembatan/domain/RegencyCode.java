package id.jembatan.domain;

/**
 * A kabupaten or kota by its four-digit Kemendagri code ({@code 9203}); never the code of the statistics office, which
 * numbers some regencies the other way round.
 */
public record RegencyCode(String value) implements Comparable<RegencyCode> {

    public RegencyCode {
        if (!value.matches("[0-9]{4}")) {
            throw new IllegalArgumentException("a regency code has 4 digits, found \"" + value + "\"");
        }
    }

    @Override
    public int compareTo(RegencyCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
