package id.jembatan.demo;

import id.jembatan.domain.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The columns that offices ask for, and the header texts that they give them. */
final class OfficeColumns {

    private OfficeColumns() {}

    static List<ListColumn> many() {
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

    static List<ListColumn> few() {
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

    static List<ListColumn> joined() {
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

    static List<ListColumn> exported() {
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
    static List<ListColumn> fitted(List<ListColumn> columns, Calling calling, Set<Field> required) {
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
