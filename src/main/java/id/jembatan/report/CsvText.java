package id.jembatan.report;

import java.io.IOException;
import java.io.Writer;

/** Lines of a CSV file by RFC 4180, ended by LF. */
final class CsvText {

    private CsvText() {}

    static void writeLine(Writer out, String... values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(quoted(values[i]));
        }
        out.write('\n');
    }

    /**
     * A name out of the regency's file: masked, and with an apostrophe before what a spreadsheet would take for a
     * formula. Excel allows no sheet name to begin with an apostrophe, so no two names become one.
     */
    static String name(String name) {
        String masked = Masked.text(name);
        return CellText.looksLikeFormula(masked) ? "'" + masked : masked;
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
