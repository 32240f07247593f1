package id.jembatan.domain;

/** As the branch's files write it: L (laki-laki) or P (perempuan). */
public enum Sex {
    MALE("L"),
    FEMALE("P");

    private final String letter;

    Sex(String letter) {
        this.letter = letter;
    }

    public String letter() {
        return letter;
    }

    public static Sex ofLetter(String letter) {
        return switch (letter) {
            case "L" -> MALE;
            case "P" -> FEMALE;
            default -> throw new IllegalArgumentException("expected L or P, found \"" + letter + "\"");
        };
    }
}
