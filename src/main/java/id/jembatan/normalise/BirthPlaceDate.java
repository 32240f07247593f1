package id.jembatan.normalise;

/**
 * "FAKFAK, 12-05-1980" in its two parts: at the last comma that something follows, or before the first digit (SPEC
 * section 4).
 */
record BirthPlaceDate(String place, String date) {

    /** @param tidy the cell's text after the text rules */
    static BirthPlaceDate split(String tidy) {
        String text = tidy.endsWith(",") ? tidy.substring(0, tidy.length() - 1).stripTrailing() : tidy;
        int comma = text.lastIndexOf(',');
        if (comma >= 0) {
            return new BirthPlaceDate(
                    text.substring(0, comma).strip(), text.substring(comma + 1).strip());
        }
        int digit = 0;
        while (digit < text.length() && !Character.isDigit(text.charAt(digit))) {
            digit++;
        }
        return new BirthPlaceDate(withoutMark(text.substring(0, digit)), text.substring(digit));
    }

    /** "FAKFAK / 12-05-1980": the mark between the parts belongs to neither. */
    private static String withoutMark(String place) {
        int end = place.length();
        while (end > 0 && " /-.:;'".indexOf(place.charAt(end - 1)) >= 0) {
            end--;
        }
        return place.substring(0, end);
    }

    @Override
    public String toString() {
        return "BirthPlaceDate";
    }
}
