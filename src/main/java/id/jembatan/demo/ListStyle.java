package id.jembatan.demo;

import id.jembatan.domain.Field;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How one office writes its lists.
 *
 * @param separation only of a text file
 * @param preamble lines above the header, outermost cell only
 * @param numbered a line 1, 2, 3 … below the header
 * @param repeatHeaderEvery rows after which the header stands again; 0 = never
 * @param trailer a total and a signature below the last row
 * @param rowsPerSheet people on one sheet before the next begins; 0 = one sheet
 * @param hiddenSheet a hidden sheet with a look-up list, and a cover sheet in front, stand in the workbook too
 * @param nikAsNumber NIKs that a double holds exactly stand in numeric cells
 * @param dates how birth dates are mostly written
 * @param upperCase names in capitals
 */
record ListStyle(
        String name,
        ListFormat format,
        Optional<Separation> separation,
        List<ListColumn> columns,
        List<String> preamble,
        boolean numbered,
        int repeatHeaderEvery,
        boolean trailer,
        int rowsPerSheet,
        boolean hiddenSheet,
        boolean nikAsNumber,
        DateForm dates,
        boolean upperCase) {

    /**
     * How a text file separates its cells.
     *
     * @param bom a byte order mark in front
     * @param sepLine Excel's {@code sep=;} as first line
     * @param quoteAll every cell in quotes, else only those that need them
     * @param trailing a delimiter too many at the end of each line
     */
    record Separation(
            char delimiter,
            Charset charset,
            boolean bom,
            boolean sepLine,
            boolean quoteAll,
            boolean trailing,
            String lineEnd) {}

    ListStyle {
        columns = List.copyOf(columns);
        preamble = List.copyOf(preamble);
    }

    boolean isWorkbook() {
        return Set.of(ListFormat.XLSX, ListFormat.XLSM, ListFormat.XLS).contains(format);
    }

    boolean has(Field field) {
        return columns.stream().anyMatch(column -> column.holds(field));
    }

    String extension() {
        return switch (format) {
            case TEXT -> separation.filter(text -> text.delimiter() == '\t').isPresent() ? ".tsv" : ".csv";
            case XLSX -> ".xlsx";
            case XLSM -> ".xlsm";
            case XLS -> ".xls";
            case JSON -> ".json";
            case NDJSON -> ".ndjson";
        };
    }

    ListStyle withFormat(ListFormat other) {
        return new ListStyle(
                name,
                other,
                separation,
                columns,
                preamble,
                numbered,
                repeatHeaderEvery,
                trailer,
                rowsPerSheet,
                hiddenSheet,
                nikAsNumber,
                dates,
                upperCase);
    }

    ListStyle withPreamble(List<String> lines) {
        return new ListStyle(
                name,
                format,
                separation,
                columns,
                lines,
                numbered,
                repeatHeaderEvery,
                trailer,
                rowsPerSheet,
                hiddenSheet,
                nikAsNumber,
                dates,
                upperCase);
    }

    ListStyle withColumns(List<ListColumn> others) {
        return new ListStyle(
                name,
                format,
                separation,
                others,
                preamble,
                numbered,
                repeatHeaderEvery,
                trailer,
                rowsPerSheet,
                hiddenSheet,
                nikAsNumber,
                dates,
                upperCase);
    }
}
