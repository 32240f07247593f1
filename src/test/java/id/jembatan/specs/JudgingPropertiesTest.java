package id.jembatan.specs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import id.jembatan.domain.DateSystem;
import id.jembatan.domain.Finding;
import id.jembatan.domain.Verdict;
import id.jembatan.domain.Worker;
import id.jembatan.validate.AreaCodes;
import id.jembatan.validate.Occupations;
import id.jembatan.validate.PlaceNames;
import id.jembatan.validate.Validator;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class JudgingPropertiesTest {
    private static final Where WHERE = new Where(Map.of("group", "vulnerable", "habits", List.of("monthFirst")));
    private static final Where CALM = new Where(Map.of());
    private static final AreaCodes AREAS = AreaCodes.load();
    private static final Occupations OCCUPATIONS =
            new Occupations(SpecTables.lists(Path.of("config/occupations.yaml")));
    private static final PlaceNames PLACES = new PlaceNames(AREAS, Map.of());

    @Property(tries = 500)
    void aSoundRowPassesWithoutAWord(
            @ForAll("areas") String area,
            @ForAll("birthDates") LocalDate birth,
            @ForAll boolean woman,
            @ForAll @IntRange(min = 9000, max = 9999) int serial) {
        int day = birth.getDayOfMonth() + (woman ? 40 : 0);
        String nik = area + "%02d%02d%02d%04d".formatted(day, birth.getMonthValue(), birth.getYear() % 100, serial);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("nik", nik);
        row.put("name", "UDIN");
        row.put("birthDate", DateTimeFormatter.ofPattern("dd-MM-uuuu").format(birth));
        row.put("sex", woman ? "P" : "L");

        Verdict<Worker> verdict = judge(CALM, row);

        assertEquals(
                nik,
                assertInstanceOf(Verdict.Passed.class, verdict).value() instanceof Worker worker
                        ? worker.nik().digits()
                        : "");
        assertEquals(List.of(), verdict.findings());
    }

    @Property(tries = 2000)
    void findingsStandInTheCataloguesOrder(
            @ForAll("messy") String nik,
            @ForAll("messy") String name,
            @ForAll("messy") String birth,
            @ForAll("messy") String sex,
            @ForAll("messy") String other) {
        Map<String, Object> row = new LinkedHashMap<>(Map.of("nik", nik, "name", name, "birthDate", birth, "sex", sex));
        for (String key : List.of("phone", "wage", "kpj", "familyCard", "occupation", "village", "district")) {
            row.put(key, other);
        }

        List<Finding> findings = judge(WHERE, row).findings();

        assertEquals(
                findings.stream().sorted(Comparator.comparing(Finding::code)).toList(), findings);
    }

    private static Verdict<Worker> judge(Where where, Map<String, Object> row) {
        return new Validator(where.programme(), where.regency(), where.received(), AREAS, OCCUPATIONS, PLACES)
                .judge(SpecRow.of(row, "", DateSystem.NONE).draft(where.habits(), where.received()));
    }

    @Provide
    Arbitrary<String> areas() {
        return Arbitraries.of("920301", "920317", "611101", "640901", "711107", "740701", "610401", "710105");
    }

    @Provide
    Arbitrary<LocalDate> birthDates() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1959, 6, 3).toEpochDay(),
                        LocalDate.of(2007, 6, 2).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<String> messy() {
        return Arbitraries.of(
                "",
                "-",
                "0",
                "9203011205809001",
                "9203011213809001",
                "9999991205809001",
                "9.2E+15",
                "17012345678",
                "12-05-1980",
                "05/23/80",
                "12/05/2080",
                "UDIN",
                "=UDIN",
                "RenÃ©",
                "L",
                "P",
                "X",
                "PNS",
                "Kokass");
    }
}
