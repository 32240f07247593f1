package id.jembatan.register;

import id.jembatan.domain.AgeRange;
import id.jembatan.domain.Agreements;
import id.jembatan.domain.Amendment;
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
import id.jembatan.domain.Sending;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes programmes for tests: 2025, twelve months, BPU, no limit, unless told otherwise. */
public final class Programmes {

    private final ProgrammeKey key;
    private Segment segment = Segment.BPU;
    private YearMonth start = YearMonth.of(2025, 1);
    private int months = 12;
    private OptionalInt quota = OptionalInt.empty();
    private Optional<BigDecimal> budget = Optional.empty();
    private boolean overlapAllowed;
    private boolean active = true;
    private boolean practice;
    private Sending sending = Sending.NIGHTLY;
    private final List<Amendment> amendments = new ArrayList<>();

    private Programmes(ProgrammeKey key) {
        this.key = key;
    }

    /** {@code 9203/tani}. */
    public static Programmes of(String key) {
        return new Programmes(key(key));
    }

    public static ProgrammeKey key(String text) {
        return new ProgrammeKey(new RegencyCode(text.substring(0, 4)), text.substring(5));
    }

    /** Each regency of the programmes, with a branch {@code cabang-<code>}. */
    public static Agreements agreements(List<Programme> programmes) {
        return new Agreements(programmes.stream()
                .map(programme -> programme.key().regency())
                .distinct()
                .sorted()
                .map(code -> new Regency(
                        code,
                        "Kabupaten " + code,
                        "uji",
                        ZoneId.of("Asia/Jayapura"),
                        "cabang-" + code,
                        programmes.stream()
                                .filter(programme -> programme.key().regency().equals(code))
                                .toList(),
                        Map.of()))
                .toList());
    }

    public Programmes wageEarners() {
        segment = Segment.PU;
        return this;
    }

    public Programmes start(String month) {
        start = YearMonth.parse(month);
        return this;
    }

    public Programmes months(int count) {
        months = count;
        return this;
    }

    public Programmes quota(int people) {
        quota = OptionalInt.of(people);
        return this;
    }

    public Programmes budget(long rupiah) {
        budget = Optional.of(BigDecimal.valueOf(rupiah));
        return this;
    }

    public Programmes overlapAllowed() {
        overlapAllowed = true;
        return this;
    }

    public Programmes inactive() {
        active = false;
        return this;
    }

    public Programmes sending(Sending when) {
        sending = when;
        return this;
    }

    public Programmes practice() {
        practice = true;
        return this;
    }

    public Programmes amendedQuota(String from, int people) {
        amendments.add(
                new Amendment(LocalDate.parse(from), OptionalInt.of(people), Optional.empty(), OptionalInt.empty()));
        return this;
    }

    public Programmes amendedBudget(String from, long rupiah) {
        amendments.add(new Amendment(
                LocalDate.parse(from),
                OptionalInt.empty(),
                Optional.of(BigDecimal.valueOf(rupiah)),
                OptionalInt.empty()));
        return this;
    }

    public Programmes amendedMonths(String from, int count) {
        amendments.add(
                new Amendment(LocalDate.parse(from), OptionalInt.empty(), Optional.empty(), OptionalInt.of(count)));
        return this;
    }

    public Programme build() {
        return new Programme(
                key,
                key.toString(),
                "",
                segment,
                Group.VULNERABLE,
                Funding.APBD,
                Set.of(Protection.JKK, Protection.JKM),
                start,
                months,
                quota,
                budget,
                new AgeRange(18, OptionalInt.of(65)),
                Set.of(Field.NIK, Field.NAME),
                IntakeMode.APPEND,
                Optional.empty(),
                overlapAllowed,
                1,
                RoundingMode.HALF_EVEN,
                Map.of(),
                "provisional-1",
                60,
                "",
                practice,
                active,
                amendments,
                "",
                sending);
    }
}
