package id.jembatan.domain;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a file of agreements, rates or words cannot be used, and where: for whoever wrote the file.
 *
 * @param file its path below the configuration folder
 * @param line from 1; 0 when it is about the whole file
 * @param key such as {@code programmes[latihan].start}; "" when it is about the whole file
 * @param details what the sentence names: what was expected, what was found
 */
public record AgreementProblem(String file, int line, String key, Kind kind, List<String> details) {

    public AgreementProblem {
        details = List.copyOf(details);
    }

    /** What is wrong; each has its sentence in {@code config/messages/agreement_*.properties}. */
    public enum Kind {
        NO_FILES,
        FILE_NAME,
        FILE_MISSING,
        NOT_YAML,
        ALIAS,
        KEY_UNKNOWN,
        KEY_TWICE,
        KEY_MISSING,
        VALUE_MISSING,
        NOT_A_SECTION,
        NOT_A_LIST,
        NOT_A_VALUE,
        LIST_EMPTY,
        WORD_UNKNOWN,
        WORD_TWICE,
        NOT_A_WORD,
        FIELD_UNKNOWN,
        NOT_TEXT,
        NOT_A_SLUG,
        NOT_A_CODE,
        NOT_A_COUNT,
        NOT_RUPIAH,
        NOT_A_PERCENTAGE,
        NOT_A_MONTH,
        NOT_A_DAY,
        NOT_A_FLAG,
        NOT_A_ZONE,
        NOT_A_GROUP,
        NOT_IN_SEGMENT,
        AGES_REVERSED,
        AMENDS_NOTHING,
        CODE_TWICE,
        ID_TWICE,
        ALIAS_TWICE,
        NOT_ASCENDING,
        ONE_OF
    }

    /** Where and what in one sentence, in the reader's language. */
    public String sentence(Messages messages) {
        String what = messages.get("agreement.problem." + kind, details.toArray());
        if (line == 0) {
            return messages.get("agreement.problem.file", file, what);
        }
        return key.isEmpty()
                ? messages.get("agreement.problem.line", file, line, what)
                : messages.get("agreement.problem.key", file, line, key, what);
    }

    /** For the log: {@code regencies/9203-fakfak.yaml:14: programmes[latihan].start: NOT_A_MONTH (2025-13)}. */
    @Override
    public String toString() {
        String where = file + (line == 0 ? "" : ":" + line) + (key.isEmpty() ? "" : ": " + key);
        String named = details.stream().filter(detail -> !detail.isEmpty()).collect(Collectors.joining(", "));
        return where + ": " + kind + (named.isEmpty() ? "" : " (" + named + ")");
    }
}
