package id.jembatan.outbound;

import id.jembatan.domain.Batch;
import id.jembatan.domain.Ending;
import id.jembatan.domain.EnrolmentLedger.Told;
import id.jembatan.domain.EnrolmentLine;
import id.jembatan.domain.Field;
import id.jembatan.domain.Protection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a column's value comes from.
 *
 * @param name as a profile writes it; for what the register keeps of a person, the field's key
 * @param told what it says of the person alone; empty where it says something of the batch or the line
 */
record Source(String name, Kind kind, Reader reader, Optional<Function<Told, String>> told) {

    /** What a {@code form} can say of it. */
    enum Kind {
        TEXT,
        DATE,
        NUMBER,
        PHONE
    }

    interface Reader {
        /** The value as the house writes it: dates ISO, phones {@code +62…}, money in plain digits; "" for none. */
        String read(Batch batch, EnrolmentLine line);
    }

    /** Fields that are no text of their own in the register, or not for a branch. */
    private static final Set<Field> NOT_TEXTS = EnumSet.of(
            Field.NIK,
            Field.NAME,
            Field.BIRTH_DATE,
            Field.BIRTH_PLACE_DATE,
            Field.SEX,
            Field.RT_RW,
            Field.PHONE,
            Field.WAGE,
            Field.REPAIR_REF,
            Field.REPAIR_NOTE,
            Field.LINE_REF,
            Field.STATUS,
            Field.REASON);

    private static final List<Source> ALL = all();

    static Optional<Source> find(String name) {
        return ALL.stream().filter(source -> source.name.equals(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(Source::name).toList();
    }

    private static List<Source> all() {
        List<Source> all = new ArrayList<>(List.of(
                text("number", (batch, line) -> Integer.toString(line.number())),
                text("ref", Batch::ref),
                text("batch", (batch, line) -> batch.number()),
                text("kind", (batch, line) -> batch.kind().key()),
                text("segment", (batch, line) -> batch.programme().segment().name()),
                text(
                        "endReason",
                        (batch, line) -> line.ending().map(Ending::reason).orElse("")),
                line("endDate", Kind.DATE, (batch, line) -> line.ending()
                        .map(ending -> ending.on().toString())
                        .orElse("")),
                text("programme", (batch, line) -> batch.programme().key().id()),
                person("nik", Kind.TEXT, told -> told.worker().nik().digits()),
                person("name", Kind.TEXT, told -> told.worker().name()),
                person("birthDate", Kind.DATE, told -> told.worker()
                        .birthDate()
                        .map(LocalDate::toString)
                        .orElse("")),
                person("sex", Kind.TEXT, told -> told.worker().sex().letter()),
                person("phone", Kind.PHONE, told -> told.worker().texts().get(Field.PHONE)),
                person(
                        "wage",
                        Kind.NUMBER,
                        told -> told.worker().wage().map(Source::plain).orElse("")),
                text("protections", (batch, line) -> protections(batch)),
                person("base", Kind.NUMBER, told -> plain(told.base())),
                money("contribution", line -> line.contribution().total()),
                line("months", Kind.NUMBER, (batch, line) -> Integer.toString(line.months())),
                money("total", EnrolmentLine::total)));
        for (Protection protection : Protection.values()) {
            all.add(money(protection.name(), line -> line.contribution().part(protection)));
        }
        for (Field field : EnumSet.complementOf(EnumSet.copyOf(NOT_TEXTS))) {
            all.add(person(field.key(), Kind.TEXT, told -> told.worker().texts().get(field)));
        }
        return List.copyOf(all);
    }

    /** A column that has the same text in every line. */
    static Source constant(String text) {
        return text("constant", (batch, line) -> text);
    }

    private static Source text(String name, Reader reader) {
        return line(name, Kind.TEXT, reader);
    }

    private static Source line(String name, Kind kind, Reader reader) {
        return new Source(name, kind, reader, Optional.empty());
    }

    private static Source person(String name, Kind kind, Function<Told, String> told) {
        return new Source(
                name, kind, (batch, line) -> told.apply(new Told(line.worker(), line.base())), Optional.of(told));
    }

    /** Of one person a sum is another when its base is; that rates or months are others says nothing of the person. */
    private static Source money(String name, Function<EnrolmentLine, BigDecimal> amount) {
        return new Source(
                name,
                Kind.NUMBER,
                (batch, line) -> rupiah(amount.apply(line)),
                Optional.of(told -> plain(told.base())));
    }

    private static String protections(Batch batch) {
        return batch.programme().orderedProtections().stream()
                .map(Protection::name)
                .collect(Collectors.joining("+"));
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private static String rupiah(BigDecimal amount) {
        return amount.toBigIntegerExact().toString();
    }
}
