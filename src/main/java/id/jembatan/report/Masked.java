package id.jembatan.report;

import java.util.regex.Pattern;

/** Names of files, sheets and columns as others may see them: a run of 16 digits or more may be a person's NIK. */
public final class Masked {

    private static final Pattern LONG_RUN = Pattern.compile("\\p{Nd}{16,}");

    private Masked() {}

    /** The text with every such run reduced to its last four digits: {@code ************9001}. */
    public static String text(String text) {
        return LONG_RUN.matcher(text)
                .replaceAll(run -> "*".repeat(run.group().length() - 4)
                        + run.group().substring(run.group().length() - 4));
    }
}
