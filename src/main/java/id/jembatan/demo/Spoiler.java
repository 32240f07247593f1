package id.jembatan.demo;

import id.jembatan.domain.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Types one faulty case. */
final class Spoiler {

    private static final List<String> FILLERS =
            List.of("1234567890123456", "9".repeat(16), "1".repeat(16), "0".repeat(16));
    private static final List<String> NOT_WORKING =
            List.of("IRT", "Mengurus Rumah Tangga", "Pelajar/Mahasiswa", "Belum/Tidak Bekerja", "Pensiunan", "PNS");
    private static final List<String> NO_DATES = List.of("31-02-1980", "tahun 1975", "00-00-1970", "1980");

    private final ListStyle style;
    private final Typist typist;

    Spoiler(ListStyle style, Typist typist) {
        this.style = style;
        this.typist = typist;
    }

    List<ListRow> spoil(Fault fault, InventedPerson person, InventedPerson other, Dice dice) {
        return switch (fault) {
            case NIK_ROUNDED -> List.of(style.nikAsNumber() ? rounded(person) : fifteen(person));
            case NIK_FIFTEEN_DIGITS -> List.of(fifteen(person));
            case NIK_SCIENTIFIC -> List.of(replaced(person, Field.NIK, text(scientific(person))));
            case NIK_FILLER -> List.of(replaced(person, Field.NIK, text(dice.pick(FILLERS))));
            case NIK_FAMILY_CARD ->
                List.of(replaced(
                        person,
                        Field.NIK,
                        text(style.has(Field.FAMILY_CARD) ? person.text(Field.FAMILY_CARD) : FILLERS.get(0))));
            case NIK_NOT_KNOWN -> List.of(replaced(person, Field.NIK, text(dice.pick(List.of("-", "", "0")))));
            case BIRTH_DATE_EMPTY -> List.of(undated(person, "-"));
            case BIRTH_DATE_UNREADABLE -> List.of(undated(person, dice.pick(NO_DATES)));
            case OVER_65 -> List.of(typist.type(person.bornOn(someDay(1935, 1954, dice))));
            // no younger: of a year in two digits the reader takes the century that makes ten or more of it
            case UNDER_18 -> List.of(typist.type(person.bornOn(someDay(2008, 2011, dice))));
            case NAME_EMPTY -> List.of(replaced(person, Field.NAME, text("-")));
            case NOT_WORKING -> List.of(replaced(person, Field.OCCUPATION, text(dice.pick(NOT_WORKING))));
            case WAGE_EMPTY -> List.of(replaced(person, Field.WAGE, ListCell.empty()));
            case SHIFTED_ROW -> List.of(shifted(person));
            case SAME_PERSON_TWICE -> List.of(typist.type(person.withName(retyped(person.name(), dice))));
            case TWO_PEOPLE_ONE_NIK -> List.of(typist.type(person), typist.type(other.withNik(person.nik())));
        };
    }

    /** As Excel keeps a number of 16 digits: the last is 0 for good. */
    ListRow rounded(InventedPerson person) {
        return replaced(person, Field.NIK, new ListCell.Numeric(person.nik().value() / 10 * 10));
    }

    /** Whether nobody could take one name for the other's: no word and no first letter in common. */
    static boolean areClearlyDifferent(InventedPerson one, InventedPerson other) {
        return one.name().charAt(0) != other.name().charAt(0)
                && Collections.disjoint(words(one.name()), words(other.name()))
                && !one.birthDate().equals(other.birthDate());
    }

    private static Set<String> words(String name) {
        return Set.copyOf(List.of(name.toUpperCase(Locale.ROOT).split(" ", -1)));
    }

    private ListRow fifteen(InventedPerson person) {
        return replaced(person, Field.NIK, text(person.nik().digits().substring(0, 15)));
    }

    private static String scientific(InventedPerson person) {
        String digits = person.nik().digits();
        return digits.charAt(0) + (person.ordinal() % 2 == 0 ? "." : ",") + digits.substring(1, 6) + "E+15";
    }

    private ListRow undated(InventedPerson person, String instead) {
        return style.has(Field.BIRTH_DATE)
                ? replaced(person, Field.BIRTH_DATE, text(instead))
                : replaced(person, Field.BIRTH_PLACE_DATE, text(person.text(Field.BIRTH_PLACE) + ", " + instead));
    }

    /** The last cell is filled, so that it lands where no header stands. */
    private ListRow shifted(InventedPerson person) {
        List<ListCell> cells = new ArrayList<>(typist.type(person).cells());
        if (cells.get(cells.size() - 1).isEmpty()) {
            cells.set(cells.size() - 1, text("ada"));
        }
        cells.add(1, ListCell.empty());
        return new ListRow(cells);
    }

    private ListRow replaced(InventedPerson person, Field field, ListCell cell) {
        List<ListCell> cells = new ArrayList<>(typist.type(person).cells());
        for (int i = 0; i < cells.size(); i++) {
            if (style.columns().get(i).holds(field)) {
                cells.set(i, cell);
            }
        }
        return new ListRow(cells);
    }

    private static String retyped(String name, Dice dice) {
        return dice.pick(List.of(
                name.toLowerCase(Locale.ROOT),
                "Bpk. " + name,
                name.replace("Muhammad", "Muh."),
                name.replace(" ", "  ")));
    }

    private static LocalDate someDay(int firstYear, int lastYear, Dice dice) {
        return LocalDate.of(dice.between(firstYear, lastYear), dice.between(1, 12), dice.between(1, 28));
    }

    private static ListCell text(String text) {
        return new ListCell.Text(text);
    }
}
