package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.Field;
import id.jembatan.domain.FieldTexts;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Sex;
import id.jembatan.domain.Worker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a cell may hold, both databases keep it letter by letter. */
class RowsComeBackTest {

    private static final List<String> TEXTS =
            List.of("\\N", "\\", "\\.", "a\\tb", "a\tb", "a\nb\r", "\"'\"", "JALAN \uD83D\uDE80 É", ";,|");

    @ParameterizedTest
    @EnumSource(Database.class)
    void textsThatMeanSomethingToACopyAreOnlyTexts(Database database) {
        try (RegisterRooms rooms = new RegisterRooms(
                database.open(), List.of(Programmes.of("9203/tani").build()))) {
            List<JudgedRow> rows = TEXTS.stream()
                    .map(text -> row(TEXTS.indexOf(text) + 1, text))
                    .toList();

            rooms.rows.put(1, rows);

            List<Map<String, Object>> kept = rooms.sql.queryForList(
                    "select address, note, name, nik, birth_date, base, codes from drop_row order by row_id");
            assertEquals(TEXTS, kept.stream().map(row -> row.get("address")).toList());
            assertEquals(TEXTS, kept.stream().map(row -> row.get("note")).toList());
            assertEquals(LocalDate.of(1980, 5, 12), ((java.sql.Date) kept.get(0).get("birth_date")).toLocalDate());
            assertEquals(
                    0, RoundRates.LOWEST_BASE.compareTo((BigDecimal) kept.get(0).get("base")));
            assertEquals("NIK_SEX;PHONE_UNREADABLE", kept.get(0).get("codes"));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aRejectedRowKeepsItsPlaceAndNothingElse(Database database) {
        try (RegisterRooms rooms = new RegisterRooms(
                database.open(), List.of(Programmes.of("9203/tani").build()))) {
            rooms.rows.put(1, List.of(RegisterRooms.rejected(1, 1)));

            assertEquals(1, rooms.sql.queryForObject("""
                            select count(*) from drop_row
                            where sheet = 1 and row_no = 2 and nik is null and name is null and note is null
                                and base is null and codes is null""", Integer.class));
        }
    }

    private static JudgedRow row(int position, String text) {
        return new JudgedRow(
                position,
                0,
                position + 1,
                List.of(FindingCode.NIK_SEX, FindingCode.PHONE_UNREADABLE),
                Optional.of(new Worker(
                        new NationalId(9203011205809000L + position),
                        "ORANG KARANGAN",
                        "ORANG KARANGAN",
                        Optional.of(LocalDate.of(1980, 5, 12)),
                        Sex.MALE,
                        Optional.empty(),
                        FieldTexts.builder()
                                .put(Field.ADDRESS, text)
                                .put(Field.NOTE, text)
                                .build())),
                Optional.of(RoundRates.LOWEST_BASE),
                OptionalLong.empty());
    }
}
