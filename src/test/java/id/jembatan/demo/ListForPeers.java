package id.jembatan.demo;

import id.jembatan.domain.Field;
import id.jembatan.domain.RegencyCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list that Jembatan and its peers (bench/peers) are measured with: exactly so many rows of 14 columns, of which 3 % stand
 * there a second time and 2 % are faulty cases, the usual slips of the pen on top. {@code make bench-peers} calls it.
 */
public final class ListForPeers {

    private static final int FAULTY_PER_MILLE = 20;
    private static final int TWICE_PER_MILLE = 30;
    private static final int SLIPS_PER_MILLE = 30;

    /** A tenth of them are of the kinds that no peer sees: no name, no work, two people with one NIK. */
    private static final Faults FAULTS = new Faults(
            Map.ofEntries(
                    Map.entry(Fault.NIK_FIFTEEN_DIGITS, 3),
                    Map.entry(Fault.NIK_SCIENTIFIC, 2),
                    Map.entry(Fault.NIK_FILLER, 2),
                    Map.entry(Fault.NIK_FAMILY_CARD, 2),
                    Map.entry(Fault.NIK_NOT_KNOWN, 2),
                    Map.entry(Fault.BIRTH_DATE_EMPTY, 2),
                    Map.entry(Fault.BIRTH_DATE_UNREADABLE, 1),
                    Map.entry(Fault.OVER_65, 2),
                    Map.entry(Fault.UNDER_18, 1),
                    Map.entry(Fault.NAME_EMPTY, 1),
                    Map.entry(Fault.NOT_WORKING, 1),
                    Map.entry(Fault.TWO_PEOPLE_ONE_NIK, 1),
                    Map.entry(Fault.SAME_PERSON_TWICE, TWICE_PER_MILLE)),
            SLIPS_PER_MILLE);

    private static final List<ListColumn> COLUMNS = List.of(
            ListColumn.numbering(),
            ListColumn.of(Field.NIK, "NIK"),
            ListColumn.of(Field.NAME, "NAMA LENGKAP"),
            ListColumn.of(Field.FAMILY_CARD, "NO KK"),
            ListColumn.of(Field.BIRTH_PLACE, "TEMPAT LAHIR"),
            ListColumn.of(Field.BIRTH_DATE, "TANGGAL LAHIR"),
            ListColumn.of(Field.SEX, "JENIS KELAMIN"),
            ListColumn.of(Field.ADDRESS, "ALAMAT"),
            ListColumn.of(Field.VILLAGE, "DESA"),
            ListColumn.of(Field.DISTRICT, "KECAMATAN"),
            ListColumn.of(Field.OCCUPATION, "PEKERJAAN"),
            ListColumn.of(Field.SECTOR, "SEKTOR"),
            ListColumn.of(Field.PHONE, "NO HP"),
            ListColumn.of(Field.MOTHER_NAME, "NAMA IBU KANDUNG"));

    private ListForPeers() {}

    /** {@code FILE ROWS [DELIMITER]}: the file's extension tells its form, csv, xlsx or ndjson. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]).toAbsolutePath();
        long rows = Long.parseLong(arguments[1]);
        char delimiter = arguments.length > 2 ? arguments[2].charAt(0) : ',';
        write(file, rows, delimiter);
    }

    static void write(Path file, long rows, char delimiter) throws IOException {
        RegencyCode regency = new RegencyCode("9203");
        InventedPeople who = InventedPeople.of(regency, 1).who(Calling.VULNERABLE);
        long good = goodOf(rows);
        ListStyle style = style(formatOf(file), delimiter);
        // the people of faulty rows come after the good ones, so that there are enough of them for ten million rows
        ListWriter.writeWhole(
                file,
                style,
                new MixedRows(style, List.of(Cohort.of(who, 1, good)), FAULTS, who, good + 1, Dice.of(1, 1, rows)));
    }

    /** How many good people make exactly so many rows, or the fewest that make more. */
    private static long goodOf(long rows) {
        long good = rows * 1_000 / (1_000 + FAULTY_PER_MILLE + TWICE_PER_MILLE + 2);
        while (rowsOf(good) < rows) {
            good++;
        }
        return good;
    }

    private static long rowsOf(long good) {
        return good
                + FAULTS.casesFor(Calling.VULNERABLE, good).entrySet().stream()
                        .mapToLong(cases -> cases.getKey().rows() * cases.getValue())
                        .sum();
    }

    private static ListFormat formatOf(Path file) {
        String name = file.toString();
        if (name.endsWith(".xlsx")) {
            return ListFormat.XLSX;
        }
        return name.endsWith(".ndjson") ? ListFormat.NDJSON : ListFormat.TEXT;
    }

    private static ListStyle style(ListFormat format, char delimiter) {
        return new ListStyle(
                "PEERS",
                format,
                Optional.of(
                        new ListStyle.Separation(delimiter, StandardCharsets.UTF_8, false, false, false, false, "\n")),
                COLUMNS,
                List.of(),
                false,
                0,
                false,
                0,
                false,
                false,
                DateForm.DASHES,
                true);
    }
}
