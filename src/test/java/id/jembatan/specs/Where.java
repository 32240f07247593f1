package id.jembatan.specs;

import id.jembatan.domain.AgeRange;
import id.jembatan.domain.DateSystem;
import id.jembatan.domain.Field;
import id.jembatan.domain.Funding;
import id.jembatan.domain.Group;
import id.jembatan.domain.IntakeMode;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Protection;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Segment;
import id.jembatan.domain.SheetHabits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** What a table or a case says of the programme, the day and the sheet; what it does not say is as usual. */
record Where(Map<String, Object> said) {

    static Where of(Map<String, Object> table, Map<String, Object> one) {
        Map<String, Object> said = new HashMap<>(SpecTables.map(table.get("where")));
        said.putAll(SpecTables.map(one.get("where")));
        return new Where(said);
    }

    LocalDate received() {
        return LocalDate.parse(text("received", "2025-06-02"));
    }

    DateSystem dates() {
        return DateSystem.valueOf(text("dates", "NONE"));
    }

    RegencyCode regency() {
        return new RegencyCode(text("regency", "9203"));
    }

    /** Whether the row stands in a list of leavers. */
    boolean leavers() {
        return Boolean.parseBoolean(text("leavers", "false"));
    }

    SheetHabits habits() {
        List<String> habits = SpecTables.strings(said.get("habits"));
        return new SheetHabits(habits.contains("nikColumnRounded"), habits.contains("monthFirst"));
    }

    Programme programme() {
        Segment segment = Segment.valueOf(text("segment", "BPU"));
        return new Programme(
                new ProgrammeKey(regency(), "program-uji"),
                "Program uji",
                "",
                segment,
                Group.find(text("group", "self")).orElseThrow(),
                Funding.APBD,
                EnumSet.of(Protection.JKK, Protection.JKM),
                YearMonth.of(2025, 4),
                12,
                OptionalInt.empty(),
                Optional.empty(),
                age(text("age", "18..65")),
                required(),
                IntakeMode.APPEND,
                Optional.empty(),
                false,
                1,
                RoundingMode.HALF_EVEN,
                positions(),
                "provisional-1",
                60,
                "",
                false,
                true,
                List.of(),
                "");
    }

    private Set<Field> required() {
        List<String> keys = said.containsKey("required")
                ? SpecTables.strings(said.get("required"))
                : List.of("nik", "name", "birthDate");
        return keys.stream().map(key -> Field.find(key).orElseThrow()).collect(Collectors.toSet());
    }

    private Map<String, BigDecimal> positions() {
        return SpecTables.map(said.get("positions")).entrySet().stream()
                .collect(
                        Collectors.toMap(Map.Entry::getKey, entry -> new BigDecimal(String.valueOf(entry.getValue()))));
    }

    private static AgeRange age(String range) {
        String[] ends = range.split("\\.\\.", -1);
        OptionalInt max = ends[1].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(ends[1]));
        return new AgeRange(Integer.parseInt(ends[0]), max);
    }

    private String text(String key, String usual) {
        return String.valueOf(said.getOrDefault(key, usual));
    }
}
