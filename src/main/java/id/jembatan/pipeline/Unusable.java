package id.jembatan.pipeline;

import id.jembatan.domain.Messages;
import java.util.List;
import java.util.stream.Collectors;

/** What somebody set, wrote into a file or typed cannot be used: in words for who did it, and nothing was changed. */
public final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** What is wrong with a setting; each has its sentence in {@code config/messages/cli_*.properties}. */
    public enum Kind {
        UNKNOWN,
        UNREADABLE,
        OPEN_DOOR,
        NO_DEMO,
        NO_FOLDER
    }

    /** What a setting has to be; each has its words in the same files. */
    enum Expected {
        LANGUAGE,
        DATE,
        SECONDS,
        FLAG,
        SWITCH,
        NUMBER,
        ADDRESS,
        PORT,
        PORT_OR_NONE,
        SECURITY,
        CRON
    }

    /** One mistake. */
    private interface Problem {

        String sentence(Messages messages);
    }

    private record Worded(String sentence) implements Problem {

        @Override
        public String sentence(Messages messages) {
            return sentence;
        }

        @Override
        public String toString() {
            return sentence;
        }
    }

    private record OfSetting(Kind kind, List<String> named) implements Problem {

        @Override
        public String sentence(Messages messages) {
            return messages.get("cli.setting." + kind, named.toArray());
        }

        @Override
        public String toString() {
            return named.get(0) + ": " + kind
                    + named.stream().skip(1).map(name -> " " + name).collect(Collectors.joining());
        }
    }

    private record Otherwise(String setting, Expected expected, String found) implements Problem {

        @Override
        public String sentence(Messages messages) {
            return messages.get("cli.setting.expected", setting, messages.get("cli.setting." + expected), found);
        }

        @Override
        public String toString() {
            return setting + ": expected " + expected + ", found " + found;
        }
    }

    public Unusable(String problem) {
        this(new Worded(problem));
    }

    Unusable(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = problems.stream().<Problem>map(Worded::new).toList();
    }

    /**
     * A setting that cannot be used.
     *
     * @param named in the sentence, the setting first
     */
    public Unusable(Kind kind, String... named) {
        this(new OfSetting(kind, List.of(named)));
    }

    /** A setting that is something else than it has to be. */
    Unusable(String setting, Expected expected, String found) {
        this(new Otherwise(setting, expected, found));
    }

    private Unusable(Problem problem) {
        super(problem.toString());
        this.problems = List.of(problem);
    }

    /** Every mistake, a line each, for a log. */
    public List<String> problems() {
        return problems.stream().map(Problem::toString).toList();
    }

    /** Every mistake, a line each, in the reader's language. */
    public List<String> problems(Messages messages) {
        return problems.stream().map(problem -> problem.sentence(messages)).toList();
    }
}
