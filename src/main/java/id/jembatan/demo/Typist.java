package id.jembatan.demo;

import id.jembatan.domain.Field;
import id.jembatan.domain.Sex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Types a person into a row as the office does, with the slips that keep nobody out. A person's slips depend on the
 * person alone, so that who stands in two lists of an office is typed alike in both.
 */
final class Typist {

    private static final List<DateForm> OTHER_DATES =
            List.of(DateForm.DASHES, DateForm.SHORT, DateForm.DOTS, DateForm.WORDS, DateForm.SHORT_WORDS, DateForm.ISO);
    private static final List<String> NOTHING = List.of("-", "", "--", "N/A", "TIDAK ADA");
    /** The greatest number up to which a double holds every NIK exactly. */
    private static final long EXACT = 1L << 53;

    private final ListStyle style;
    private final int slipsPerMille;
    private long number;

    Typist(ListStyle style, int slipsPerMille) {
        this.style = style;
        this.slipsPerMille = slipsPerMille;
    }

    /** A row as good as this office's rows are. */
    ListRow type(InventedPerson person) {
        number++;
        Dice dice = Dice.of(person.nik().value(), slipsPerMille);
        List<ListCell> cells = new ArrayList<>();
        for (ListColumn column : style.columns()) {
            cells.add(column.field()
                    .map(field -> cell(person, field, dice))
                    .orElseGet(() -> new ListCell.Numeric(number)));
        }
        return new ListRow(cells);
    }

    private ListCell cell(InventedPerson person, Field field, Dice dice) {
        boolean slip = dice.perMille(slipsPerMille);
        return switch (field) {
            case NIK -> nik(person, slip, dice);
            case NAME -> new ListCell.Text(name(person, slip));
            case BIRTH_DATE -> birthDate(person, slip, dice);
            case BIRTH_PLACE_DATE ->
                new ListCell.Text(person.text(Field.BIRTH_PLACE) + ", "
                        + (slip ? dice.pick(OTHER_DATES) : style.dates()).write(person.birthDate()));
            case SEX -> new ListCell.Text(sex(person, slip, dice));
            case RT_RW -> new ListCell.Text(person.text(Field.RT) + "/" + person.text(Field.RW));
            case PHONE -> new ListCell.Text(phone(person, slip, dice));
            case WAGE -> new ListCell.Text(wage(person, slip));
            case BIRTH_PLACE, ADDRESS, MOTHER_NAME, RT, RW ->
                new ListCell.Text(slip ? dice.pick(NOTHING) : cased(person.text(field)));
            case VILLAGE, DISTRICT ->
                new ListCell.Text(slip ? person.text(field).toUpperCase(Locale.ROOT) : person.text(field));
            default -> new ListCell.Text(person.text(field));
        };
    }

    private ListCell nik(InventedPerson person, boolean slip, Dice dice) {
        String digits = person.nik().digits();
        if (slip) {
            return new ListCell.Text(
                    switch (dice.below(4)) {
                        case 0 -> "'" + digits;
                        case 1 -> digits.replaceFirst("(..)(..)(..)(.{6})", "$1.$2.$3.$4.");
                        case 2 -> digits.replaceFirst("(.{4})(.{4})(.{4})", "$1 $2 $3 ");
                        default -> style.isWorkbook() ? " " + digits : "=\"" + digits + "\"";
                    });
        }
        long value = person.nik().value();
        boolean exact = value <= EXACT && value % 10 != 0;
        return style.nikAsNumber() && exact ? new ListCell.Numeric(value) : new ListCell.Text(digits);
    }

    private String name(InventedPerson person, boolean slip) {
        String name = cased(person.name());
        if (!slip) {
            return name;
        }
        return person.sex() == Sex.MALE ? "H. " + name : name.replace(" ", "  ");
    }

    private ListCell birthDate(InventedPerson person, boolean slip, Dice dice) {
        if (!slip && style.dates() == DateForm.CELL && style.isWorkbook()) {
            return new ListCell.Day(person.birthDate());
        }
        DateForm form = slip ? dice.pick(OTHER_DATES) : style.dates();
        return new ListCell.Text(form.write(person.birthDate()));
    }

    private String sex(InventedPerson person, boolean slip, Dice dice) {
        boolean male = person.sex() == Sex.MALE;
        if (slip) {
            return dice.pick(List.of("", "X", male ? "1" : "2", male ? "Pria" : "Wanita"));
        }
        return style.upperCase() ? person.sex().letter() : male ? "Laki-laki" : "Perempuan";
    }

    private String phone(InventedPerson person, boolean slip, Dice dice) {
        String phone = person.text(Field.PHONE);
        return slip
                ? dice.pick(List.of(
                        "+62" + phone.substring(1), phone.substring(1), phone.replaceFirst("(.{4})(.{4})", "$1-$2-")))
                : phone;
    }

    private String wage(InventedPerson person, boolean slip) {
        String wage = person.text(Field.WAGE);
        return slip && wage.length() == 7 ? "Rp " + wage.replaceFirst("(.)(...)(...)", "$1.$2.$3") + ",00" : wage;
    }

    private String cased(String text) {
        return style.upperCase() ? text.toUpperCase(Locale.ROOT) : text;
    }
}
