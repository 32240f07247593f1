package id.jembatan.demo;

import id.jembatan.domain.AgeRange;
import id.jembatan.domain.Agreements;
import id.jembatan.domain.Field;
import id.jembatan.domain.Funding;
import id.jembatan.domain.Group;
import id.jembatan.domain.IntakeMode;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Protection;
import id.jembatan.domain.Regency;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Segment;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The five regencies' programmes as far as the demo asks about them: group, months and quota. */
final class DemoAgreements {

    private static final int NO_QUOTA = 0;

    private DemoAgreements() {}

    static Agreements five() {
        return new Agreements(List.of(
                regency(
                        "6111",
                        "kayong-utara",
                        programme("6111/pekerja-formal-2024", Group.EMPLOYEE, "2024-05", 12, NO_QUOTA),
                        programme("6111/pekerja-rentan-2024", Group.VULNERABLE, "2024-05", 12, NO_QUOTA),
                        programme("6111/mandiri-2024", Group.SELF, "2024-05", 12, NO_QUOTA)),
                regency(
                        "6409",
                        "penajam-paser-utara",
                        programme("6409/pekerja-rentan-2024", Group.VULNERABLE, "2024-01", 12, 10_000),
                        programme("6409/pekerja-rentan-2025", Group.VULNERABLE, "2025-01", 12, 15_000),
                        programme("6409/penerima-upah-2025", Group.EMPLOYEE, "2025-01", 12, NO_QUOTA)),
                regency(
                        "7111",
                        "bolsel",
                        programme("7111/berkah-petani-2024", Group.VULNERABLE, "2024-02", 24, 5_966),
                        programme("7111/berkah-nelayan-2024", Group.VULNERABLE, "2024-02", 24, 1_850),
                        programme("7111/petani-ii-2024", Group.VULNERABLE, "2024-02", 24, 3_150),
                        programme("7111/pekerja-rentan-2024", Group.VULNERABLE, "2024-02", 24, 3_670),
                        programme("7111/disabilitas-2024", Group.VULNERABLE, "2024-02", 24, 150),
                        programme("7111/pekerja-rentan-2025", Group.VULNERABLE, "2025-02", 12, 4_000),
                        programme("7111/aparatur-desa-2025", Group.VILLAGE, "2025-02", 12, NO_QUOTA)),
                regency(
                        "7407",
                        "wakatobi",
                        programme("7407/pekerja-rentan-2022", Group.VULNERABLE, "2022-04", 12, 25_000),
                        programme("7407/non-asn-2022", Group.NON_ASN, "2022-04", 12, 3_000),
                        programme("7407/asn-korpri-2022", Group.ASN, "2022-04", 12, NO_QUOTA)),
                regency(
                        "9203",
                        "fakfak",
                        programme("9203/pekerja-rentan-2025", Group.VULNERABLE, "2025-04", 12, 10_000),
                        programme("9203/non-asn-2025", Group.NON_ASN, "2025-04", 12, NO_QUOTA),
                        programme("9203/aparatur-kampung-2025", Group.VILLAGE, "2025-04", 12, NO_QUOTA))));
    }

    static ProgrammeKey key(String text) {
        return new ProgrammeKey(new RegencyCode(text.substring(0, 4)), text.substring(5));
    }

    private static Regency regency(String code, String slug, Programme... programmes) {
        return new Regency(
                new RegencyCode(code), slug, slug, ZoneId.of("Asia/Makassar"), "cabang", List.of(programmes), Map.of());
    }

    private static Programme programme(String key, Group group, String start, int months, int quota) {
        boolean wageEarners = Stream.of(Group.EMPLOYEE, Group.NON_ASN, Group.VILLAGE, Group.ASN)
                .anyMatch(group::equals);
        return new Programme(
                key(key),
                key,
                "",
                wageEarners ? Segment.PU : Segment.BPU,
                group,
                Funding.APBD,
                Set.of(Protection.JKK, Protection.JKM),
                YearMonth.parse(start),
                months,
                quota == NO_QUOTA ? OptionalInt.empty() : OptionalInt.of(quota),
                Optional.empty(),
                new AgeRange(18, OptionalInt.of(65)),
                Set.of(Field.NIK, Field.NAME, Field.BIRTH_DATE),
                IntakeMode.APPEND,
                Optional.empty(),
                false,
                1,
                RoundingMode.HALF_EVEN,
                Map.of(),
                "provisional-1",
                60,
                "",
                false,
                true,
                List.of(),
                "");
    }
}
