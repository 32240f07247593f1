package id.jembatan.normalise;

import id.jembatan.domain.BirthDate;
import id.jembatan.domain.Cell;
import id.jembatan.domain.DateSystem;
import id.jembatan.domain.Field;
import id.jembatan.domain.FieldTexts;
import id.jembatan.domain.NikText;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.Reading;
import id.jembatan.domain.RepairRef;
import id.jembatan.domain.Sex;
import id.jembatan.domain.SheetHabits;
import id.jembatan.domain.Table;
import id.jembatan.domain.WorkerDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes the rows of one table as the house writes them (SPEC section 5). Refuses nothing and invents nothing: what
 * cannot be read is left empty and marked so. One is made for each table; it keeps no state between rows and may be used
 * by several threads.
 */
public final class Normaliser {
    private static final int NIK_DIGITS = 16;
    private static final List<Field> FREE = List.of(
            Field.ADDRESS,
            Field.VILLAGE,
            Field.DISTRICT,
            Field.OCCUPATION,
            Field.SECTOR,
            Field.POSITION,
            Field.MOTHER_NAME,
            Field.EMPLOYER,
            Field.NPP,
            Field.DISABILITY,
            Field.NOTE,
            Field.LINE_REF,
            Field.STATUS,
            Field.REASON);

    private final Table table;
    private final SheetHabits habits;
    private final FieldColumns columns;
    private final List<Field> free;
    private final NikCleaner niks;
    private final KpjReader kpjs;
    private final BirthDateReader dates;
    private final BirthDateReader events;

    /** @param received the day of receipt: it decides the century of a two-digit year */
    public Normaliser(Table table, SheetHabits habits, LocalDate received) {
        this.table = table;
        this.habits = habits;
        this.columns = new FieldColumns(table);
        this.free = FREE.stream().filter(columns::has).toList();
        DateSystem system = table.sheet().dates();
        this.niks = new NikCleaner(system);
        this.kpjs = new KpjReader(niks);
        this.dates = new BirthDateReader(system, received);
        this.events = BirthDateReader.ofEvents(system, received);
    }

    public WorkerDraft normalise(RawRow row) {
        return new Writing(row).draft();
    }

    /** The work on one row. */
    private final class Writing {
        private final RawRow row;
        private final FieldTexts.Builder texts = FieldTexts.builder();
        private final Changes changes = new Changes();

        Writing(RawRow row) {
            this.row = row;
        }

        WorkerDraft draft() {
            NikText nik = nik();
            String rawName = raw(Field.NAME);
            String name = write(Field.NAME, rawName, NameTidier.tidy(rawName));
            Reading<BirthDate> birthDate = birth();
            Reading<Sex> sex = sex();
            Reading<String> phone = phone();
            Reading<BigDecimal> wage = wage();
            Reading<String> kpj = kpj();
            Reading<BirthDate> endDate = endDate();
            for (Field field : free) {
                String raw = raw(field);
                write(field, raw, SpreadsheetErrors.without(TextTidier.tidyFree(raw)));
            }
            neighbourhood();
            startDate();
            write(Field.END_REASON, TextTidier.tidyFree(raw(Field.END_REASON)));
            texts.put(Field.REPAIR_REF, TextTidier.tidy(raw(Field.REPAIR_REF)));
            return new WorkerDraft(
                    row.row(),
                    table,
                    habits,
                    texts.build(),
                    nik,
                    MatchKey.of(name),
                    birthDate,
                    sex,
                    phone,
                    wage,
                    kpj,
                    endDate,
                    changes.fields(),
                    isShifted(),
                    isDisplaced(nik, name));
        }

        private NikText nik() {
            Cell cell = cell(Field.NIK);
            NikText nik = niks.clean(cell);
            write(Field.NIK, cell.text(), nik.text());
            Cell card = cell(Field.FAMILY_CARD);
            write(Field.FAMILY_CARD, card.text(), niks.clean(card).text());
            return nik;
        }

        /** Columns of their own come before the one that holds both. */
        private Reading<BirthDate> birth() {
            String ownPlace = TextTidier.tidyFree(raw(Field.BIRTH_PLACE));
            String ownDate = TextTidier.tidy(raw(Field.BIRTH_DATE));
            BirthPlaceDate both = BirthPlaceDate.split(TextTidier.tidy(raw(Field.BIRTH_PLACE_DATE)));
            boolean placeFromBoth = ownPlace.isEmpty() && !both.place().isEmpty();
            boolean dateFromBoth = ownDate.isEmpty() && !both.date().isEmpty();
            write(
                    Field.BIRTH_PLACE,
                    placeFromBoth ? both.place() : raw(Field.BIRTH_PLACE),
                    placeFromBoth ? TextTidier.tidyFree(both.place()) : ownPlace);
            Reading<BirthDate> date = dates.read(dateFromBoth ? TextTidier.tidy(both.date()) : ownDate);
            write(Field.BIRTH_DATE, dateFromBoth ? both.date() : raw(Field.BIRTH_DATE), iso(date));
            return date;
        }

        private void neighbourhood() {
            String rt = TextTidier.tidyFree(raw(Field.RT));
            String rw = TextTidier.tidyFree(raw(Field.RW));
            RtRw both = RtRw.split(TextTidier.tidy(raw(Field.RT_RW)));
            write(Field.RT, rt.isEmpty() ? both.rt() : raw(Field.RT), rt.isEmpty() ? both.rt() : rt);
            write(Field.RW, rw.isEmpty() ? both.rw() : raw(Field.RW), rw.isEmpty() ? both.rw() : rw);
        }

        private void startDate() {
            if (columns.has(Field.START_DATE)) {
                write(Field.START_DATE, iso(events.read(TextTidier.tidy(raw(Field.START_DATE)))));
            }
        }

        private Reading<BirthDate> endDate() {
            Reading<BirthDate> date = events.read(TextTidier.tidy(raw(Field.END_DATE)));
            write(Field.END_DATE, iso(date));
            return date;
        }

        private Reading<Sex> sex() {
            Reading<Sex> sex = SexReader.read(TextTidier.tidyFree(raw(Field.SEX)));
            write(Field.SEX, sex.value().map(Sex::letter).orElse(""));
            return sex;
        }

        private Reading<String> phone() {
            Reading<String> phone = PhoneTidier.read(TextTidier.tidy(raw(Field.PHONE)));
            write(Field.PHONE, phone.value().orElse(""));
            return phone;
        }

        private Reading<BigDecimal> wage() {
            Cell cell = cell(Field.WAGE);
            Reading<BigDecimal> wage = WageReader.read(TextTidier.tidy(cell.text()), cell.kind());
            write(Field.WAGE, wage.value().map(BigDecimal::toPlainString).orElse(""));
            return wage;
        }

        private Reading<String> kpj() {
            Reading<String> kpj = kpjs.read(cell(Field.KPJ));
            write(
                    Field.KPJ,
                    kpj.value()
                            .filter(digits -> digits.length() == KpjReader.DIGITS)
                            .orElse(""));
            return kpj;
        }

        /**
         * Only a text file's cells can move along; beside a workbook's table people make notes (SPEC section 4, CSV). But a
         * row of such a file comes back in a workbook, and until somebody puts it right its cells are beside the columns.
         */
        private boolean isShifted() {
            boolean canSlip = table.sheet().dates() == DateSystem.NONE
                    || RepairRef.isOfSlipped(TextTidier.tidy(raw(Field.REPAIR_REF)));
            return canSlip && columns.isShifted(row);
        }

        private boolean isDisplaced(NikText nik, String name) {
            boolean inPlace = Digits.isExactly(NIK_DIGITS, nik.text()) && !Digits.isExactly(NIK_DIGITS, name);
            return !inPlace
                    && columns.besideNik(row)
                            .anyMatch(cell -> Digits.isExactly(
                                    NIK_DIGITS, niks.clean(cell).text()));
        }

        private static String iso(Reading<BirthDate> reading) {
            return reading.value().map(birth -> birth.date().toString()).orElse("");
        }

        private Cell cell(Field field) {
            return columns.cell(field, row);
        }

        private String raw(Field field) {
            return cell(field).text();
        }

        private String write(Field field, String value) {
            return write(field, raw(field), value);
        }

        private String write(Field field, String raw, String value) {
            changes.note(field, raw, value);
            if (!value.isEmpty()) {
                texts.put(field, value);
            }
            return value;
        }
    }
}
