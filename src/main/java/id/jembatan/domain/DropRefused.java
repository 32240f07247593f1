package id.jembatan.domain;

import java.util.List;

/**
 * The whole file cannot be taken: the data's fault, told to the regency with a code and what to do. An exception only
 * because it ends a pass over a file from deep inside it; it is never retried and never parked.
 */
public final class DropRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FindingCode code;
    private final transient List<String> details;

    /**
     * @param details what the sentence names: what the file is, a line and column, the missing columns; no personal data
     */
    public DropRefused(FindingCode code, String... details) {
        super(code + (details.length == 0 ? "" : ": " + String.join(", ", details)), null, false, false);
        if (!code.isOfFile()) {
            throw new IllegalArgumentException(code + " is said of a row, not of a file");
        }
        this.code = code;
        this.details = List.of(details);
    }

    public FindingCode code() {
        return code;
    }

    public List<String> details() {
        return details;
    }
}
