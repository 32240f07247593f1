package id.jembatan.demo;

import id.jembatan.domain.Field;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The offices' ways of making a list, as they are met in life: each constant is one clerk. */
public enum OfficeStyle {
    /** A clean workbook: header on the first row, NIK as text, date cells. */
    TIDY_WORKBOOK,
    /** Titles, header on row 6, a numbering row, total and signature, a hidden sheet. */
    LETTERHEAD_WORKBOOK,
    /** NIK as numeric cells where a double holds them exactly. */
    NUMBER_WORKBOOK,
    /** One sheet for every few hundred people, parted by a macro; birth place and date in one column. */
    SHEETS_WORKBOOK,
    /** A title, semicolons and one too many, Windows-1252, total and signature. */
    SEMICOLON_TEXT,
    /** UTF-8 with BOM, every cell quoted. */
    QUOTED_TEXT,
    /** Excel's {@code sep=;} line. */
    SEP_LINE_TEXT,
    /** Tabs and UTF-16, as Excel saves "Unicode text". */
    TAB_TEXT,
    /** Bars, and the header again on every page. */
    PIPE_TEXT,
    /** What an application exports: commas, LF, ISO dates. */
    EXPORT_TEXT,
    /** What a village's program still writes: a workbook of Excel 97, date cells. */
    OLD_WORKBOOK,
    /** One array of objects, as a web service answers. */
    EXPORT_JSON,
    /** An object a line. */
    EXPORT_NDJSON;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String CRLF = "\r\n";

    /**
     * The style for people of that calling.
     *
     * @param place who or where, for the title
     * @param required fields that must have a column, whatever the office's habit
     */
    ListStyle styleFor(Calling calling, String place, Set<Field> required) {
        List<String> titles =
                List.of("DAFTAR NOMINATIF CALON PESERTA BPJS KETENAGAKERJAAN", place.toUpperCase(Locale.ROOT));
        ListStyle style =
                switch (this) {
                    case TIDY_WORKBOOK -> workbook(OfficeColumns.many(), List.of(), DateForm.CELL);
                    case LETTERHEAD_WORKBOOK -> letterhead(titles);
                    case NUMBER_WORKBOOK -> numbers();
                    case SHEETS_WORKBOOK -> sheets(titles);
                    case SEMICOLON_TEXT ->
                        text(
                                new ListStyle.Separation(';', WINDOWS, false, false, false, true, CRLF),
                                OfficeColumns.many(),
                                titles,
                                0,
                                true,
                                DateForm.DASHES);
                    case QUOTED_TEXT ->
                        text(
                                new ListStyle.Separation(',', StandardCharsets.UTF_8, true, false, true, false, CRLF),
                                OfficeColumns.few(),
                                List.of(),
                                0,
                                false,
                                DateForm.SLASHES);
                    case SEP_LINE_TEXT ->
                        text(
                                new ListStyle.Separation(';', WINDOWS, false, true, false, false, CRLF),
                                OfficeColumns.many(),
                                List.of(),
                                0,
                                false,
                                DateForm.SHORT_WORDS);
                    case TAB_TEXT ->
                        text(
                                new ListStyle.Separation(
                                        '\t', StandardCharsets.UTF_16LE, true, false, false, false, CRLF),
                                OfficeColumns.few(),
                                List.of(),
                                0,
                                false,
                                DateForm.WORDS);
                    case PIPE_TEXT ->
                        text(
                                new ListStyle.Separation('|', StandardCharsets.UTF_8, false, false, false, false, CRLF),
                                OfficeColumns.joined(),
                                List.of(),
                                60,
                                false,
                                DateForm.DASHES);
                    case EXPORT_TEXT ->
                        text(
                                new ListStyle.Separation(',', StandardCharsets.UTF_8, false, false, false, false, "\n"),
                                OfficeColumns.exported(),
                                List.of(),
                                0,
                                false,
                                DateForm.ISO);
                    case OLD_WORKBOOK ->
                        workbook(OfficeColumns.many(), List.of(), DateForm.CELL).withFormat(ListFormat.XLS);
                    case EXPORT_JSON -> objects(ListFormat.JSON);
                    case EXPORT_NDJSON -> objects(ListFormat.NDJSON);
                };
        return style.withColumns(OfficeColumns.fitted(style.columns(), calling, required));
    }

    private ListStyle letterhead(List<String> titles) {
        List<String> five = List.of(titles.get(0), titles.get(1), "", "Lampiran Surat Kepala Dinas", "");
        return new ListStyle(
                name(),
                ListFormat.XLSX,
                Optional.empty(),
                OfficeColumns.many(),
                five,
                true,
                0,
                true,
                0,
                true,
                false,
                DateForm.SLASHES,
                true);
    }

    private ListStyle numbers() {
        return new ListStyle(
                name(),
                ListFormat.XLSX,
                Optional.empty(),
                OfficeColumns.many(),
                List.of(),
                false,
                0,
                false,
                0,
                false,
                true,
                DateForm.CELL,
                true);
    }

    private ListStyle sheets(List<String> titles) {
        return new ListStyle(
                name(),
                ListFormat.XLSM,
                Optional.empty(),
                OfficeColumns.joined(),
                titles,
                false,
                0,
                true,
                300,
                true,
                false,
                DateForm.DASHES,
                false);
    }

    private ListStyle objects(ListFormat format) {
        return workbook(OfficeColumns.exported(), List.of(), DateForm.ISO).withFormat(format);
    }

    private ListStyle workbook(List<ListColumn> columns, List<String> preamble, DateForm dates) {
        return new ListStyle(
                name(),
                ListFormat.XLSX,
                Optional.empty(),
                columns,
                preamble,
                false,
                0,
                false,
                0,
                false,
                false,
                dates,
                true);
    }

    private ListStyle text(
            ListStyle.Separation separation,
            List<ListColumn> columns,
            List<String> preamble,
            int repeatHeaderEvery,
            boolean trailer,
            DateForm dates) {
        return new ListStyle(
                name(),
                ListFormat.TEXT,
                Optional.of(separation),
                columns,
                preamble,
                false,
                repeatHeaderEvery,
                trailer,
                0,
                false,
                false,
                dates,
                this != QUOTED_TEXT);
    }
}
