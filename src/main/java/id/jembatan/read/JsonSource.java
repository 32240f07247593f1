package id.jembatan.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Limits;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;

/** One JSON or NDJSON file, and how its text is taken apart within the limits. */
final class JsonSource {

    private final Path file;
    private final TextScan scan;
    private final Limits limits;
    private final JsonFactory factory;

    JsonSource(Path file, TextScan scan, Limits limits) {
        this.file = file;
        this.scan = scan;
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // each name that a hostile file makes up would be remembered for good
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        // JsonTokens asks for these and can say which limit it was
                        .maxNestingDepth(limits.depth() + 1)
                        .maxNumberLength(limits.cell())
                        .maxStringLength(limits.cell())
                        .maxNameLength(limits.cell())
                        .build())
                .build();
    }

    Limits limits() {
        return limits;
    }

    Reader open() throws IOException {
        return scan.openUnicode(file);
    }

    /** The tokens of a whole document. */
    JsonTokens document() throws IOException {
        return new JsonTokens(factory, open(), limits, 1, 0);
    }

    /**
     * The tokens of one line.
     *
     * @param column characters of the line before the text
     */
    JsonTokens line(Reader text, int line, int column) throws IOException {
        return new JsonTokens(factory, text, limits, line, column);
    }

    static DropRefused broken(long line, long column) {
        return new DropRefused(FindingCode.FILE_BROKEN, "json", String.valueOf(line), String.valueOf(column));
    }

    DropRefused tooManyColumns() {
        return new DropRefused(FindingCode.FILE_TOO_LARGE, "columns", String.valueOf(limits.columns()));
    }
}
