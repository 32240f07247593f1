package id.jembatan.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of what can be wrong or odd, in its published order (SPEC sections 4 and 5). A code is never reused and
 * never moved. The first sentence of each is what the regency reads first; the full sentence, what to do and an example
 * stand in {@code config/messages_*.properties}.
 */
public enum FindingCode {
    /** Berkas ini kosong. */
    FILE_EMPTY(Severity.ERROR),
    /** Berkas ini bukan jenis yang dapat dibaca. */
    FILE_FORMAT(Severity.ERROR),
    /** Berkas ini terkunci dengan kata sandi. */
    FILE_ENCRYPTED(Severity.ERROR),
    /** Berkas ini rusak atau terpotong. */
    FILE_BROKEN(Severity.ERROR),
    /** Berkas ini melebihi batas ukuran. */
    FILE_TOO_LARGE(Severity.ERROR),
    /** Isi berkas ini mengembang melebihi batas. */
    FILE_BOMB(Severity.ERROR),
    /** Baris judul kolom tidak ditemukan. */
    FILE_NO_HEADER(Severity.ERROR),
    /** Tidak ada baris orang di bawah judul kolom. */
    FILE_NO_ROWS(Severity.ERROR),
    /** Kolom wajib tidak ada. */
    FILE_COLUMN_MISSING(Severity.ERROR),
    /** Satu kolom wajib muncul dua kali. */
    FILE_COLUMN_TWICE(Severity.ERROR),
    /** Berkas ini tidak diletakkan di folder sebuah program. */
    FILE_NO_PROGRAMME(Severity.ERROR),
    /** Berkas jawaban ini tidak diletakkan di folder sebuah cabang. */
    FILE_NO_BRANCH(Severity.ERROR),
    /** Program ini tidak menerima daftar saat ini. */
    FILE_PROGRAMME_INACTIVE(Severity.ERROR),
    /** Lebih dari separuh NIK dalam berkas ini rusak. */
    FILE_NIK_DAMAGED(Severity.ERROR, Field.NIK),
    /** Terlalu banyak peserta hilang dari daftar lengkap ini. */
    FILE_LIST_SHRANK(Severity.ERROR),
    /** NIK kosong. */
    NIK_MISSING(Severity.ERROR, Field.NIK),
    /** NIK tertulis sebagai bilangan ilmiah (E+15). */
    NIK_SCIENTIFIC(Severity.ERROR, Field.NIK),
    /** Angka terakhir NIK dibulatkan oleh Excel dan tidak dapat dipercaya. */
    NIK_ROUNDED(Severity.ERROR, Field.NIK),
    /** NIK memuat tanda yang bukan angka. */
    NIK_NOT_DIGITS(Severity.ERROR, Field.NIK),
    /** NIK tidak 16 angka. */
    NIK_LENGTH(Severity.ERROR, Field.NIK),
    /** NIK dan KPJ tertukar kolom. */
    NIK_KPJ_SWAPPED(Severity.ERROR, Field.NIK),
    /** NIK sama dengan nomor kartu keluarga. */
    NIK_IS_FAMILY_CARD(Severity.ERROR, Field.NIK),
    /** NIK hanya angka pengisi. */
    NIK_FILLER(Severity.ERROR, Field.NIK),
    /** Empat angka pertama NIK bukan kode kabupaten atau kota. */
    NIK_AREA(Severity.ERROR, Field.NIK),
    /** Enam angka pertama NIK bukan kode kecamatan yang dikenal. */
    NIK_DISTRICT(Severity.WARNING, Field.NIK),
    /** Angka ke-7 sampai ke-12 NIK bukan tanggal. */
    NIK_DATE(Severity.ERROR, Field.NIK),
    /** Empat angka terakhir NIK tidak mungkin 0000. */
    NIK_SERIAL(Severity.ERROR, Field.NIK),
    /** NIK tersimpan sebagai bilangan, bukan teks. */
    NIK_AS_NUMBER(Severity.WARNING, Field.NIK),
    /** Tanggal di dalam NIK berbeda dari tanggal lahir. */
    NIK_BIRTH_DATE(Severity.WARNING, Field.NIK),
    /** Jenis kelamin di dalam NIK berbeda dari kolomnya. */
    NIK_SEX(Severity.WARNING, Field.NIK),
    /** Nama kosong. */
    NAME_MISSING(Severity.ERROR, Field.NAME),
    /** Nama tidak mungkin benar. */
    NAME_INVALID(Severity.ERROR, Field.NAME),
    /** Huruf pada nama rusak. */
    NAME_MOJIBAKE(Severity.WARNING, Field.NAME),
    /** Tanggal lahir kosong. */
    BIRTH_DATE_MISSING(Severity.ERROR, Field.BIRTH_DATE),
    /** Tanggal lahir tidak dapat dibaca. */
    BIRTH_DATE_UNREADABLE(Severity.ERROR, Field.BIRTH_DATE),
    /** Tanggal lahir ada di masa depan. */
    BIRTH_DATE_FUTURE(Severity.ERROR, Field.BIRTH_DATE),
    /** Tahun lahir hanya dua angka. */
    BIRTH_DATE_CENTURY(Severity.WARNING, Field.BIRTH_DATE),
    /** Tanggal lahir tertulis bulan dahulu. */
    BIRTH_DATE_MONTH_FIRST(Severity.WARNING, Field.BIRTH_DATE),
    /** Urutan hari dan bulan pada tanggal lahir meragukan. */
    BIRTH_DATE_ORDER_DOUBTFUL(Severity.WARNING, Field.BIRTH_DATE),
    /** Umur di bawah batas program. */
    AGE_BELOW(Severity.ERROR, Field.BIRTH_DATE),
    /** Umur di atas batas program. */
    AGE_ABOVE(Severity.ERROR, Field.BIRTH_DATE),
    /** Jenis kelamin diambil dari NIK. */
    SEX_FROM_NIK(Severity.INFO, Field.SEX),
    /** Jenis kelamin tidak dapat dibaca. */
    SEX_UNREADABLE(Severity.WARNING, Field.SEX),
    /** Nomor telepon tidak dapat dibaca. */
    PHONE_UNREADABLE(Severity.WARNING, Field.PHONE),
    /** Upah kosong. */
    WAGE_MISSING(Severity.ERROR, Field.WAGE),
    /** Upah tidak dapat dibaca. */
    WAGE_UNREADABLE(Severity.ERROR, Field.WAGE),
    /** Upah tidak wajar. */
    WAGE_IMPLAUSIBLE(Severity.WARNING, Field.WAGE),
    /** KPJ tidak 11 angka. */
    KPJ_INVALID(Severity.WARNING, Field.KPJ),
    /** Pekerjaan kosong. */
    OCCUPATION_MISSING(Severity.WARNING, Field.OCCUPATION),
    /** Pekerjaan ini tidak termasuk sasaran program. */
    OCCUPATION_NOT_ELIGIBLE(Severity.ERROR, Field.OCCUPATION),
    /** Kecamatan tidak dikenal di kabupaten ini. */
    DISTRICT_UNKNOWN(Severity.WARNING, Field.DISTRICT),
    /** Desa atau kelurahan tidak dikenal di kabupaten ini. */
    VILLAGE_UNKNOWN(Severity.WARNING, Field.VILLAGE),
    /** Isi baris bergeser dari kolomnya. */
    ROW_SHIFTED(Severity.ERROR),
    /** Ada orang yang sangat mirip dengan NIK lain. */
    PERSON_LOOKS_ALIKE(Severity.INFO, Field.NIK),
    /** Isian wajib kosong. */
    FIELD_MISSING(Severity.ERROR),
    /** Tanggal berhenti tidak dapat dibaca. */
    END_DATE_UNREADABLE(Severity.ERROR, Field.END_DATE),
    /** NIK ini tidak pernah terdaftar dalam program ini. */
    NOT_ENROLLED(Severity.ERROR, Field.NIK);

    private final Severity severity;
    private final @Nullable Field field;

    FindingCode(Severity severity) {
        this.severity = severity;
        this.field = null;
    }

    FindingCode(Severity severity, Field field) {
        this.severity = severity;
        this.field = field;
    }

    /** The severity unless the programme's segment says otherwise (WAGE_UNREADABLE outside PU is a WARNING). */
    public Severity severity() {
        return severity;
    }

    /** The field that the code speaks of; empty for files, whole rows and FIELD_MISSING, which names its own. */
    public Optional<Field> field() {
        return Optional.ofNullable(field);
    }

    /** Whether it is said of a whole file, which is then refused. */
    public boolean isOfFile() {
        return name().startsWith("FILE_");
    }

    /** Whether only the register can tell it, so that judging the row again does not find it. */
    public boolean isOfRegister() {
        return this == PERSON_LOOKS_ALIKE || this == NOT_ENROLLED;
    }

    /** Whether it is said of the row's national identity number. */
    public boolean isOfNationalId() {
        return name().startsWith("NIK_");
    }
}
