package id.jembatan.demo;

import id.jembatan.domain.Field;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
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
    /** One sheet for every few hundred people, birth place and date in one column. */
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
    EXPORT_TEXT;

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
                    case TIDY_WORKBOOK -> workbook(manyColumns(), List.of(), DateForm.CELL);
                    case LETTERHEAD_WORKBOOK -> letterhead(titles);
                    case NUMBER_WORKBOOK -> numbers();
                    case SHEETS_WORKBOOK -> sheets(titles);
                    case SEMICOLON_TEXT ->
                        text(
                                new ListStyle.Separation(';', WINDOWS, false, false, false, true, CRLF),
                                manyColumns(),
                                titles,
                                0,
                                true,
                                DateForm.DASHES);
                    case QUOTED_TEXT ->
                        text(
                                new ListStyle.Separation(',', StandardCharsets.UTF_8, true, false, true, false, CRLF),
                                fewColumns(),
                                List.of(),
                                0,
                                false,
                                DateForm.SLASHES);
                    case SEP_LINE_TEXT ->
                        text(
                                new ListStyle.Separation(';', WINDOWS, false, true, false, false, CRLF),
                                manyColumns(),
                                List.of(),
                                0,
                                false,
                                DateForm.SHORT_WORDS);
                    case TAB_TEXT ->
                        text(
                                new ListStyle.Separation(
                                        '\t', StandardCharsets.UTF_16LE, true, false, false, false, CRLF),
                                fewColumns(),
                                List.of(),
                                0,
                                false,
                                DateForm.WORDS);
                    case PIPE_TEXT ->
                        text(
                                new ListStyle.Separation('|', StandardCharsets.UTF_8, false, false, false, false, CRLF),
                                joinedColumns(),
                                List.of(),
                                60,
                                false,
                                DateForm.DASHES);
                    case EXPORT_TEXT ->
                        text(
                                new ListStyle.Separation(',', StandardCharsets.UTF_8, false, false, false, false, "\n"),
                                exportColumns(),
                                List.of(),
                                0,
                                false,
                                DateForm.ISO);
                };
        return style.withColumns(fitted(style.columns(), calling, required));
    }

    private ListStyle letterhead(List<String> titles) {
        List<String> five = List.of(titles.get(0), titles.get(1), "", "Lampiran Surat Kepala Dinas", "");
        return new ListStyle(
                name(), Optional.empty(), manyColumns(), five, true, 0, true, 0, true, false, DateForm.SLASHES, true);
    }

    private ListStyle numbers() {
        return new ListStyle(
                name(),
                Optional.empty(),
                manyColumns(),
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
                Optional.empty(),
                joinedColumns(),
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

    private ListStyle workbook(List<ListColumn> columns, List<String> preamble, DateForm dates) {
        return new ListStyle(
                name(), Optional.empty(), columns, preamble, false, 0, false, 0, false, false, dates, true);
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

    private static List<ListColumn> manyColumns() {
        return List.of(
                ListColumn.numbering(),
                ListColumn.of(Field.NAME, "NAMA LENGKAP"),
                ListColumn.of(Field.NIK, "NIK"),
                ListColumn.of(Field.FAMILY_CARD, "NO. KK"),
                ListColumn.of(Field.BIRTH_PLACE, "TEMPAT LAHIR"),
                ListColumn.of(Field.BIRTH_DATE, "TANGGAL LAHIR"),
                ListColumn.of(Field.SEX, "JENIS KELAMIN"),
                ListColumn.of(Field.ADDRESS, "ALAMAT"),
                ListColumn.of(Field.RT, "RT"),
                ListColumn.of(Field.RW, "RW"),
                ListColumn.of(Field.VILLAGE, "DESA/KELURAHAN"),
                ListColumn.of(Field.DISTRICT, "KECAMATAN"),
                ListColumn.of(Field.OCCUPATION, "PEKERJAAN"),
                ListColumn.of(Field.PHONE, "NO HP"),
                ListColumn.of(Field.MOTHER_NAME, "NAMA IBU KANDUNG"),
                ListColumn.of(Field.SECTOR, "SEKTOR"));
    }

    private static List<ListColumn> fewColumns() {
        return List.of(
                ListColumn.of(Field.NIK, "No. KTP"),
                ListColumn.of(Field.NAME, "Nama"),
                ListColumn.of(Field.BIRTH_DATE, "Tgl. Lahir"),
                ListColumn.of(Field.SEX, "L/P"),
                ListColumn.of(Field.ADDRESS, "Alamat"),
                ListColumn.of(Field.RT_RW, "RT/RW"),
                ListColumn.of(Field.VILLAGE, "Kampung"),
                ListColumn.of(Field.DISTRICT, "Distrik"),
                ListColumn.of(Field.OCCUPATION, "Jenis Pekerjaan"),
                ListColumn.of(Field.PHONE, "No. Telp"));
    }

    private static List<ListColumn> joinedColumns() {
        return List.of(
                ListColumn.numbering(),
                ListColumn.of(Field.NIK, "NOMOR INDUK KEPENDUDUKAN"),
                ListColumn.of(Field.NAME, "NAMA SESUAI KTP"),
                ListColumn.of(Field.BIRTH_PLACE_DATE, "TEMPAT, TGL LAHIR"),
                ListColumn.of(Field.SEX, "JK"),
                ListColumn.of(Field.VILLAGE, "DESA"),
                ListColumn.of(Field.DISTRICT, "KEC."),
                ListColumn.of(Field.OCCUPATION, "MATA PENCAHARIAN"),
                ListColumn.of(Field.MOTHER_NAME, "NAMA IBU"),
                ListColumn.of(Field.PHONE, "NO. WA"));
    }

    private static List<ListColumn> exportColumns() {
        return List.of(
                ListColumn.of(Field.NIK, "nik"),
                ListColumn.of(Field.NAME, "nama_lengkap"),
                ListColumn.of(Field.BIRTH_PLACE, "tempat_lahir"),
                ListColumn.of(Field.BIRTH_DATE, "tanggal_lahir"),
                ListColumn.of(Field.SEX, "jenis_kelamin"),
                ListColumn.of(Field.ADDRESS, "alamat"),
                ListColumn.of(Field.VILLAGE, "desa"),
                ListColumn.of(Field.DISTRICT, "kecamatan"),
                ListColumn.of(Field.OCCUPATION, "pekerjaan"),
                ListColumn.of(Field.SECTOR, "bidang_usaha"),
                ListColumn.of(Field.PHONE, "no_hp"));
    }

    /** Adds the columns without which the programme would refuse the list or pay nobody. */
    private static List<ListColumn> fitted(List<ListColumn> columns, Calling calling, Set<Field> required) {
        Set<Field> wanted = EnumSet.noneOf(Field.class);
        wanted.addAll(required);
        if (calling == Calling.VILLAGE_STAFF) {
            wanted.add(Field.POSITION);
        }
        if (!calling.hasNoWage()) {
            wanted.add(Field.WAGE);
        }
        if (calling == Calling.EMPLOYEE) {
            wanted.add(Field.SECTOR);
            wanted.add(Field.EMPLOYER);
        }
        columns.forEach(column -> column.field().ifPresent(wanted::remove));
        if (columns.stream().anyMatch(column -> column.holds(Field.BIRTH_PLACE_DATE))) {
            wanted.remove(Field.BIRTH_DATE);
            wanted.remove(Field.BIRTH_PLACE);
        }
        List<ListColumn> all = new ArrayList<>(columns);
        wanted.forEach(field -> all.add(ListColumn.of(field, header(field))));
        return all;
    }

    private static String header(Field field) {
        return switch (field) {
            case POSITION -> "JABATAN";
            case WAGE -> "UPAH";
            case EMPLOYER -> "NAMA PERUSAHAAN";
            case DISABILITY -> "JENIS DISABILITAS";
            case SECTOR -> "SEKTOR";
            case FAMILY_CARD -> "NO KK";
            case MOTHER_NAME -> "NAMA IBU";
            case PHONE -> "NO HP";
            case BIRTH_PLACE -> "TEMPAT LAHIR";
            case ADDRESS -> "ALAMAT";
            case VILLAGE -> "DESA";
            case DISTRICT -> "KECAMATAN";
            case OCCUPATION -> "PEKERJAAN";
            case SEX -> "JENIS KELAMIN";
            default -> throw new IllegalArgumentException("no list of the demo fills " + field.key());
        };
    }
}
