package id.jembatan.report;

import java.util.List;

/** Excel's rules for the name of a sheet: 1 to 31 characters, some forbidden, no two equal but for case. */
final class SheetNames {

    private static final int MOST_CHARACTERS = 31;

    private SheetNames() {}

    /** The name itself where the rules allow it, else the nearest that they allow beside those already taken. */
    static String fit(String name, List<String> taken) {
        String allowed = name.replaceAll("[\\\\/?*\\[\\]:\\p{Cntrl}]", "-").replaceAll("^'+|'+$", "-");
        String base = allowed.isBlank() || allowed.equalsIgnoreCase("History") ? "_" + allowed.strip() : allowed;
        String fitted = cut(base, MOST_CHARACTERS);
        for (int number = 2; isTaken(fitted, taken); number++) {
            String suffix = " (" + number + ")";
            fitted = cut(base, MOST_CHARACTERS - suffix.length()) + suffix;
        }
        return fitted;
    }

    private static boolean isTaken(String name, List<String> taken) {
        return taken.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static String cut(String name, int most) {
        if (name.length() <= most) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(most - 1)) ? most - 1 : most;
        return name.substring(0, end);
    }
}
