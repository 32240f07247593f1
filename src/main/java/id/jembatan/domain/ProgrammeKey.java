package id.jembatan.domain;

/** One programme of one regency, such as {@code 9203/pekerja-rentan-2025}: the id alone is not unique over regencies. */
public record ProgrammeKey(RegencyCode regency, String id) implements Comparable<ProgrammeKey> {

    public ProgrammeKey {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a programme id is lower-case words joined by -, found \"" + id + "\"");
        }
    }

    @Override
    public int compareTo(ProgrammeKey other) {
        int byRegency = regency.compareTo(other.regency);
        return byRegency != 0 ? byRegency : id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return regency + "/" + id;
    }
}
