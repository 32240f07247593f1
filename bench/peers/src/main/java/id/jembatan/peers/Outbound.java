package id.jembatan.peers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A line of the enrolment file: the columns of Jembatan's provisional layout, but REF, which is of a batch. */
public final class Outbound {

    public static final String HEADER =
            "NO,NIK,NAMA,TEMPAT_LAHIR,TANGGAL_LAHIR,JENIS_KELAMIN,ALAMAT,DESA,KECAMATAN,PEKERJAAN,"
                    + "NO_HP,NAMA_IBU,PROGRAM,UPAH,IURAN";

    /** All staged people, in the order of the list. */
    public static final String QUERY = """
            select nik, name, birth_place, birth_date, sex, address, village, district, occupation, phone, mother_name
            from worker order by row_no""";

    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    private Outbound() {}

    /** @param number from 1 */
    public static String line(ResultSet row, long number) throws SQLException {
        StringBuilder line = new StringBuilder(200).append(number);
        cell(line, row.getString(1));
        cell(line, row.getString(2));
        cell(line, row.getString(3));
        cell(line, row.getObject(4, LocalDate.class).format(DAY_FIRST));
        for (int i = 5; i <= 11; i++) {
            cell(line, row.getString(i));
        }
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
