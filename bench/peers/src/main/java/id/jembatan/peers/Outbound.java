package id.jembatan.peers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A line of the enrolment file: the columns of Jembatan's provisional layout, but REF, which is of a batch. */
public final class Outbound {

    public static final String HEADER =
            "NO,NIK,NAMA,TEMPAT_LAHIR,TANGGAL_LAHIR,JENIS_KELAMIN,ALAMAT,DESA,KECAMATAN,PEKERJAAN,NO_HP,NAMA_IBU,PROGRAM,UPAH,IURAN";

    /** All staged people, in the order of the list. */
    public static final String QUERY = """
            select nik, name, birth_place, sex, address, village, district, occupation, phone, mother_name, birth_date
            from worker order by row_no""";

    private static final int TEXTS = 10;
    private static final int TEXTS_BEFORE_BIRTH = 3;
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    private Outbound() {}

    /** @param row of {@link #QUERY} */
    public static String line(ResultSet row, long number) throws SQLException {
        List<String> texts = new ArrayList<>(TEXTS);
        for (int i = 1; i <= TEXTS; i++) {
            texts.add(row.getString(i));
        }
        return line(number, row.getObject(TEXTS + 1, LocalDate.class), texts);
    }

    /**
     * A line without its end.
     *
     * @param number from 1
     * @param texts in the order of {@link #QUERY}
     */
    public static String line(long number, LocalDate birth, List<String> texts) {
        StringBuilder line = new StringBuilder(200).append(number);
        texts.subList(0, TEXTS_BEFORE_BIRTH).forEach(text -> cell(line, text));
        line.append(',').append(birth.format(DAY_FIRST));
        texts.subList(TEXTS_BEFORE_BIRTH, TEXTS).forEach(text -> cell(line, text));
        return line.append(",JKK+JKM,1000000,16800").toString();
    }

    private static void cell(StringBuilder line, String text) {
        line.append(',');
        if (text.indexOf(',') >= 0 || text.indexOf('"') >= 0) {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            line.append(text);
        }
    }
}
