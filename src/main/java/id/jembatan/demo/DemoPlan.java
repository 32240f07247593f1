package id.jembatan.demo;

import id.jembatan.domain.Agreements;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RegencyCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who sends which lists when, regency by regency; sizes are the quotas, or where there is none a plausible number. */
final class DemoPlan {

    private final Agreements agreements;
    private final long seed;
    private final Map<RegencyCode, RegencyOrdinals> ordinals = new HashMap<>();
    private final List<Campaign> campaigns = new ArrayList<>();

    DemoPlan(Agreements agreements, long seed) {
        this.agreements = agreements;
        this.seed = seed;
        planWakatobi();
        Optional<Campaign> penajam = planPenajam();
        planKayong(penajam);
        planBolsel();
        planFakfak();
    }

    List<Campaign> campaigns() {
        return List.copyOf(campaigns);
    }

    /** Fakfak: the MoU is of 10 March 2025, the lists follow. */
    private void planFakfak() {
        Optional<Campaign> village = begin("9203", "aparatur-kampung-2025", Calling.VILLAGE_STAFF, 900);
        village.ifPresent(plan ->
                plan.byOffice(LocalDate.of(2025, 3, 17), 14, "Distrik Fakfak", "Distrik Kokas", "Distrik Bomberay"));
        begin("9203", "non-asn-2025", Calling.NON_ASN, 1_200)
                .ifPresent(plan -> plan.byOffice(
                        LocalDate.of(2025, 3, 18), 14, "Dinas Pendidikan", "Dinas Kesehatan", "Sekretariat Daerah"));
        begin("9203", "pekerja-rentan-2025", Calling.VULNERABLE, 10_000).ifPresent(plan -> {
            plan.byDistrict(LocalDate.of(2025, 3, 24), 7, 1)
                    .damaged(2, LocalDate.of(2025, 3, 28))
                    .again(0, LocalDate.of(2025, 4, 7))
                    .zipped(5)
                    .practised(1, LocalDate.of(2025, 3, 21))
                    .with(badFiles(plan).pdf(LocalDate.of(2025, 3, 20)));
            village.ifPresent(other -> plan.covering(other, 12, 6));
        });
    }

    /** Kayong Utara: three ways of funding, every sector. */
    private void planKayong(Optional<Campaign> penajam) {
        Optional<Campaign> formal = begin("6111", "pekerja-formal-2024", Calling.EMPLOYEE, 2_400);
        formal.ifPresent(plan -> plan.byOffice(
                LocalDate.of(2024, 4, 22),
                14,
                "Kebun Sukadana",
                "Kebun Seponti",
                "Smelter",
                "Pabrik Es",
                "UMKM",
                "Pelabuhan"));
        begin("6111", "pekerja-rentan-2024", Calling.VULNERABLE, 1_500).ifPresent(plan -> {
            plan.byDistrict(LocalDate.of(2024, 5, 6), 7, 1)
                    .with(badFiles(plan).withoutHeader(LocalDate.of(2024, 5, 7)));
            formal.ifPresent(other -> plan.covering(other, 15, 2));
            penajam.ifPresent(other -> plan.covering(other, 5, 4));
        });
        begin("6111", "mandiri-2024", Calling.SELF_EMPLOYED, 300)
                .ifPresent(plan -> plan.byOffice(LocalDate.of(2024, 5, 13), 14, "Agen Perisai", "Kantor Pos"));
    }

    /** Penajam: the people of 2024 come again in 2025, whose months are others. */
    private Optional<Campaign> planPenajam() {
        Optional<Campaign> first = begin("6409", "pekerja-rentan-2024", Calling.VULNERABLE, 10_000);
        first.ifPresent(plan -> plan.byDistrict(LocalDate.of(2023, 12, 11), 14, 2)
                .updated(1, LocalDate.of(2024, 6, 10))
                .with(badFiles(plan).empty(LocalDate.of(2024, 1, 9))));
        begin("6409", "pekerja-rentan-2025", Calling.VULNERABLE, 15_000).ifPresent(plan -> {
            first.ifPresent(plan::afterYearOf);
            plan.byDistrict(LocalDate.of(2024, 12, 9), 14, 2).again(1, LocalDate.of(2025, 2, 3));
        });
        begin("6409", "penerima-upah-2025", Calling.EMPLOYEE, 2_000)
                .ifPresent(plan -> plan.byOffice(
                        LocalDate.of(2025, 1, 13), 14, "Galangan", "Kebun Babulu", "Pabrik Sepaku", "Toko dan Jasa"));
        return first;
    }

    /** Bolsel: six lists without one person in common, 18,786 places. */
    private void planBolsel() {
        Optional<Campaign> farmers = begin("7111", "berkah-petani-2024", Calling.FARMER, 5_966);
        farmers.ifPresent(plan -> plan.byDistrict(LocalDate.of(2024, 1, 15), 7, 1)
                .again(3, LocalDate.of(2024, 2, 19))
                .with(badFiles(plan).withoutBirthDates(LocalDate.of(2024, 1, 16))));
        begin("7111", "berkah-nelayan-2024", Calling.FISHER, 1_850)
                .ifPresent(plan -> plan.byOffice(LocalDate.of(2024, 1, 22), 7, kelompok("Nelayan"))
                        .practised(0, LocalDate.of(2024, 1, 18))
                        .zipped(2));
        begin("7111", "petani-ii-2024", Calling.FARMER, 3_150).ifPresent(plan -> {
            plan.byOffice(LocalDate.of(2024, 2, 5), 7, kelompok("Tani"));
            farmers.ifPresent(other -> plan.covering(other, 30, 1));
        });
        begin("7111", "pekerja-rentan-2024", Calling.VULNERABLE, 3_670)
                .ifPresent(plan -> plan.byOffice(LocalDate.of(2024, 2, 12), 7, kelompok("Pekerja"))
                        .updated(0, LocalDate.of(2024, 8, 12)));
        begin("7111", "disabilitas-2024", Calling.DISABLED, 150)
                .ifPresent(plan -> plan.byOffice(LocalDate.of(2024, 2, 26), 7, "Dinas Sosial"));
        begin("7111", "pekerja-rentan-2025", Calling.VULNERABLE, 4_000).ifPresent(plan -> {
            plan.byDistrict(LocalDate.of(2025, 1, 13), 7, 1).damaged(3, LocalDate.of(2025, 1, 17));
            farmers.ifPresent(other -> plan.covering(other, 40, 4));
        });
        begin("7111", "aparatur-desa-2025", Calling.VILLAGE_STAFF, 800)
                .ifPresent(plan -> plan.byOffice(LocalDate.of(2025, 1, 20), 14, "DPMD Wilayah I", "DPMD Wilayah II"));
    }

    private static String[] kelompok(String who) {
        return new String[] {
            "Kelompok " + who + " I", "Kelompok " + who + " II", "Kelompok " + who + " III", "Kelompok " + who + " IV"
        };
    }

    /** Wakatobi: 25,000 and 3,000 people "siap daftar"; the civil servants' vessel is announced for later. */
    private void planWakatobi() {
        Optional<Campaign> staff = begin("7407", "non-asn-2022", Calling.NON_ASN, 3_000);
        staff.ifPresent(plan -> plan.byOffice(
                LocalDate.of(2022, 3, 7),
                14,
                "Dinas Pendidikan",
                "Dinas Kesehatan",
                "Satpol PP",
                "Sekretariat Daerah"));
        begin("7407", "pekerja-rentan-2022", Calling.VULNERABLE, 25_000).ifPresent(plan -> {
            plan.byDistrict(LocalDate.of(2022, 3, 14), 14, 1).again(2, LocalDate.of(2022, 5, 23));
            staff.ifPresent(other -> plan.covering(other, 25, 3));
        });
        begin("7407", "asn-korpri-2022", Calling.NON_ASN, 0)
                .ifPresent(plan -> plan.with(badFiles(plan).inactive(LocalDate.of(2022, 4, 18))));
    }

    private Optional<Campaign> begin(String regency, String programme, Calling calling, long usualSize) {
        RegencyCode code = new RegencyCode(regency);
        Optional<Campaign> campaign = agreements
                .findProgramme(new ProgrammeKey(code, programme))
                .map(found ->
                        new Campaign(found, InventedPeople.of(code, seed).who(calling), ordinalsOf(code), usualSize));
        campaign.ifPresent(campaigns::add);
        return campaign;
    }

    private RegencyOrdinals ordinalsOf(RegencyCode code) {
        return ordinals.computeIfAbsent(code, unused -> new RegencyOrdinals());
    }

    private BadFiles badFiles(Campaign plan) {
        long first = ordinalsOf(plan.programme().key().regency()).newStrangers(0);
        return new BadFiles(plan.programme().key(), plan.who(), first);
    }
}
