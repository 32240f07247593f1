package id.jembatan.domain;

import java.util.List;

/**
 * Nothing goes on before the operator has done something; the catalogue's sentence of the key says what. Names files,
 * numbers and codes, never people.
 */
public final class OperatorNeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    public OperatorNeeded(String key, Object... arguments) {
        super(key + " " + List.of(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** What to do, in the catalogue's language. */
    public String sentence(Messages messages) {
        return messages.get(key, arguments.toArray());
    }

    public String key() {
        return key;
    }
}
