package id.jembatan.demo;

import id.jembatan.domain.Field;
import id.jembatan.domain.FieldTexts;
import java.util.List;

/** Gives an invented person work that fits the calling. */
final class Livelihood {

    private record Work(String occupation, String sector) {}

    private static final List<Work> FARM = List.of(
            new Work("Petani", "Pertanian"),
            new Work("Petani", "Pertanian"),
            new Work("Petani Pala", "Perkebunan"),
            new Work("Pekebun", "Perkebunan"),
            new Work("Buruh Tani", "Pertanian"));
    private static final List<Work> SEA = List.of(
            new Work("Nelayan", "Kelautan"),
            new Work("Nelayan", "Kelautan"),
            new Work("Petani Rumput Laut", "Kelautan"),
            new Work("Buruh Nelayan", "Kelautan"));
    private static final List<Work> MANY = List.of(
            new Work("Petani", "Pertanian"),
            new Work("Nelayan", "Kelautan"),
            new Work("Ojek", "Lainnya"),
            new Work("Driver", "Lainnya"),
            new Work("Pedagang Pasar", "Lainnya"),
            new Work("Buruh Harian Lepas", "Lainnya"),
            new Work("Tukang Kayu", "Lainnya"),
            new Work("Penjahit", "Lainnya"),
            new Work("Buruh Sawit", "Perkebunan"),
            new Work("Pengrajin", "Lainnya"));
    private static final List<Work> OFFICE = List.of(
            new Work("Tenaga Honorer", "Lainnya"),
            new Work("Guru Honorer", "Lainnya"),
            new Work("Tenaga Kesehatan", "Lainnya"),
            new Work("Petugas Kebersihan", "Lainnya"));
    private static final List<Work> VILLAGE = List.of(new Work("Perangkat Desa", "Lainnya"));
    private static final List<Work> COMPANY = List.of(
            new Work("Operator Produksi", "Pabrik"),
            new Work("Karyawan Pabrik", "Pabrik"),
            new Work("Operator Tungku", "Smelter"),
            new Work("Mekanik", "Smelter"),
            new Work("Pemanen", "Perkebunan"),
            new Work("Mandor Kebun", "Perkebunan"),
            new Work("Anak Buah Kapal", "Kelautan"),
            new Work("Kasir", "Lainnya"));
    private static final List<String> COMPANIES = List.of(
            "PT Contoh Sawit Lestari", "PT Contoh Logam Nusantara", "CV Contoh Bahari", "PT Contoh Pangan Makmur");
    private static final List<String> DISABILITIES = List.of("Fisik", "Netra", "Rungu", "Wicara", "Daksa");

    /** In the words that config gives a wage by position for. */
    private static final List<String> POSITIONS =
            List.of("Sangadi", "Sekretaris Desa", "Perangkat Desa", "Perangkat Desa", "Ketua BPD", "Anggota BPD");

    private Livelihood() {}

    static void give(FieldTexts.Builder texts, Calling calling, Dice dice) {
        Work work = dice.pick(worksOf(calling));
        texts.put(Field.OCCUPATION, work.occupation()).put(Field.SECTOR, work.sector());
        switch (calling) {
            case VILLAGE_STAFF -> giveOffice(texts, dice);
            case NON_ASN ->
                texts.put(Field.WAGE, rupiah(dice.between(18, 36), 100_000)).put(Field.POSITION, work.occupation());
            case EMPLOYEE ->
                texts.put(Field.WAGE, rupiah(dice.between(56, 180), 50_000))
                        .put(Field.POSITION, work.occupation())
                        .put(Field.EMPLOYER, dice.pick(COMPANIES));
            case DISABLED -> texts.put(Field.DISABILITY, dice.pick(DISABILITIES));
            case FARMER, FISHER, VULNERABLE, SELF_EMPLOYED -> {}
        }
    }

    /** Two in three have no wage written down: their position decides it. */
    private static void giveOffice(FieldTexts.Builder texts, Dice dice) {
        texts.put(Field.POSITION, dice.pick(POSITIONS));
        if (dice.perMille(350)) {
            texts.put(Field.WAGE, rupiah(dice.between(20, 50), 50_000));
        }
    }

    private static String rupiah(int times, int unit) {
        return Integer.toString(times * unit);
    }

    private static List<Work> worksOf(Calling calling) {
        return switch (calling) {
            case FARMER -> FARM;
            case FISHER -> SEA;
            case VULNERABLE, DISABLED, SELF_EMPLOYED -> MANY;
            case NON_ASN -> OFFICE;
            case VILLAGE_STAFF -> VILLAGE;
            case EMPLOYEE -> COMPANY;
        };
    }
}
