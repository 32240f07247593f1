package id.jembatan.register;

import id.jembatan.domain.Field;
import id.jembatan.domain.FieldTexts;
import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Segment;
import id.jembatan.domain.Sex;
import id.jembatan.domain.Worker;
import id.jembatan.normalise.MatchKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A few programmes and what is dropped into them, one after the other; rows of earlier lists come again, as lists do. */
record Story(List<Programme> programmes, List<Drop> drops) {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 3, 5);

    private static final List<String> NAMES = List.of(
            "UDIN RUMAGIA",
            "UDIN RUMAGIA",
            "UDIN RUMAGIA",
            "UDIN",
            "UDINRUMAGIA",
            "H. UDIN RUMAGIA",
            "UDIN RUMAGYA",
            "YOSEPHUS RUMAGIA",
            "MARIA",
            "DRS. H.");
    private static final List<String> DATES = List.of("", "1980-05-12", "1980-05-12", "1971-01-01");
    private static final List<String> SEXES = List.of("", "", "L", "P");
    private static final List<String> PHONES = List.of("", "", "+6281100001111", "+6281100002222");
    private static final List<String> TEXTS = List.of("PASAR LAMA", "pasar lama", "PASARLAMA", "PASAR BARU", "");

    /** The fields that the register keeps as they are written. */
    static final List<Field> MORE = List.of(
            Field.FAMILY_CARD,
            Field.BIRTH_PLACE,
            Field.ADDRESS,
            Field.RT,
            Field.RW,
            Field.VILLAGE,
            Field.DISTRICT,
            Field.OCCUPATION,
            Field.SECTOR,
            Field.POSITION,
            Field.MOTHER_NAME,
            Field.EMPLOYER,
            Field.NPP,
            Field.KPJ,
            Field.START_DATE,
            Field.DISABILITY,
            Field.NOTE);

    private static String pick(List<String> texts, int which) {
        return texts.get(which % texts.size());
    }

    /**
     * One drop, and what happens before it.
     *
     * @param endedBefore which of the entries that there are then ends first, counted round; none when negative
     */
    record Drop(int programme, List<Row> rows, int endedBefore) {

        /** Each comes three months after the one before. */
        LocalDate day(int index) {
            return FIRST_DAY.plusMonths(3L * index);
        }

        /** As the rules would have judged them for the programme. */
        List<JudgedRow> judged(Programme programme) {
            List<JudgedRow> judged = new ArrayList<>();
            for (Row row : rows) {
                int position = judged.size() + 1;
                int sheet = position <= (rows.size() + 1) / 2 ? 0 : 1;
                judged.add(
                        row.nik() == 0
                                ? RegisterRooms.rejected(position, sheet)
                                : RegisterRooms.row(position, sheet, row.worker(), row.base(programme)));
            }
            return judged;
        }
    }

    /**
     * What a row says.
     *
     * @param nik 0 for a rejected row
     * @param wage tens of rupiah
     * @param more whatever else the register keeps
     */
    record Row(int nik, String name, String born, String sex, String phone, int wage, Map<Field, String> more) {

        Worker worker() {
            NationalId id = new NationalId(9203011205809000L + nik);
            FieldTexts.Builder texts = FieldTexts.builder();
            more.forEach(texts::put);
            return new Worker(
                    id,
                    name,
                    MatchKey.of(name),
                    born.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(born)),
                    sex.isEmpty() ? id.sex() : Sex.ofLetter(sex),
                    Optional.of(BigDecimal.valueOf(wage * 10L)),
                    texts.put(Field.PHONE, phone)
                            .put(Field.SEX, sex)
                            .put(Field.WAGE, Integer.toString(wage * 10))
                            .build());
        }

        /** The same row, but for one field. */
        Row with(Field field, int pick) {
            return switch (field) {
                case NAME -> new Row(nik, pick(NAMES, pick), born, sex, phone, wage, more);
                case BIRTH_DATE -> new Row(nik, name, pick(DATES, pick), sex, phone, wage, more);
                case SEX -> new Row(nik, name, born, pick(SEXES, pick), phone, wage, more);
                case PHONE -> new Row(nik, name, born, sex, pick(PHONES, pick), wage, more);
                case WAGE -> new Row(nik, name, born, sex, phone, 1 + pick % 3, more);
                default -> {
                    Map<Field, String> changed = new EnumMap<>(Field.class);
                    changed.putAll(more);
                    changed.put(field, pick(TEXTS, pick));
                    yield new Row(nik, name, born, sex, phone, wage, changed);
                }
            };
        }

        BigDecimal base(Programme programme) {
            return programme.segment() == Segment.PU ? BigDecimal.valueOf(wage * 10L) : RoundRates.LOWEST_BASE;
        }
    }

    static Arbitrary<Story> any() {
        Arbitrary<List<Programme>> programmes = Combinators.combine(
                        programme("9203/tani"),
                        programme("9203/nelayan"),
                        programme("9203/ojek"),
                        programme("7111/tani"))
                .as(List::of);
        return Combinators.combine(
                        programmes,
                        PlannedDrop.any(row()).list().ofMinSize(1).ofMaxSize(5),
                        Arbitraries.of(false, true))
                .as((all, planned, oneName) -> new Story(all, PlannedDrop.play(planned, oneName)));
    }

    private static Arbitrary<Row> row() {
        return Combinators.combine(
                        Arbitraries.of(0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 9),
                        Arbitraries.of(NAMES),
                        Arbitraries.of(DATES),
                        Arbitraries.of(SEXES),
                        Arbitraries.of(PHONES),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(
                                Map.<Field, String>of(),
                                MORE.stream().collect(Collectors.toMap(field -> field, field -> TEXTS.get(0)))))
                .as(Row::new);
    }

    private static Arbitrary<Programme> programme(String key) {
        return Combinators.combine(
                        Arbitraries.of("2025-01", "2025-01", "2025-10", "2026-06"),
                        Arbitraries.of(6, 12, 24),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(false, true),
                        Arbitraries.of(-1, 0, 1, 2, 3, 4),
                        Arbitraries.of(-1, -1, 100, 400, 700, 1_000),
                        Arbitraries.of(-1, -1, 2, 5),
                        Arbitraries.of(-1, -1, 300, 1_500))
                .as((start, months, overlap, pays, quota, budget, newQuota, newBudget) -> {
                    Programmes programme = Programmes.of(key).start(start).months(months);
                    if (overlap) {
                        programme.overlapAllowed();
                    }
                    if (pays) {
                        programme.wageEarners();
                    }
                    if (quota >= 0) {
                        programme.quota(quota);
                    }
                    if (budget >= 0) {
                        programme.budget(budget);
                    }
                    if (newQuota >= 0) {
                        programme.amendedQuota("2025-08-01", newQuota);
                    }
                    if (newBudget >= 0) {
                        programme.amendedBudget("2025-08-01", newBudget);
                    }
                    return programme.build();
                });
    }
}
