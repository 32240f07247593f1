package id.jembatan.stage;

import id.jembatan.domain.Field;
import id.jembatan.domain.FieldTexts;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Sex;
import id.jembatan.domain.Worker;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a worker lies in the columns of {@code drop_row}. A sex that no row has written is not kept: it is read from the NIK
 * again, and so never stands against one that was written.
 */
final class WorkerColumns {

    /** The free fields and their columns, in the order of the table. */
    private static final Map<Field, String> TEXTS = texts();

    private static final List<String> OWN = List.of("nik", "name", "match_key", "birth_date", "sex");

    private WorkerColumns() {}

    private static Map<Field, String> texts() {
        Map<Field, String> columns = new EnumMap<>(Field.class);
        columns.put(Field.FAMILY_CARD, "family_card");
        columns.put(Field.BIRTH_PLACE, "birth_place");
        columns.put(Field.ADDRESS, "address");
        columns.put(Field.RT, "rt");
        columns.put(Field.RW, "rw");
        columns.put(Field.VILLAGE, "village");
        columns.put(Field.DISTRICT, "district");
        columns.put(Field.OCCUPATION, "occupation");
        columns.put(Field.SECTOR, "sector");
        columns.put(Field.POSITION, "job_position");
        columns.put(Field.PHONE, "phone");
        columns.put(Field.MOTHER_NAME, "mother_name");
        columns.put(Field.WAGE, "wage");
        columns.put(Field.EMPLOYER, "employer");
        columns.put(Field.NPP, "npp");
        columns.put(Field.KPJ, "kpj");
        columns.put(Field.START_DATE, "start_date");
        columns.put(Field.DISABILITY, "disability");
        columns.put(Field.NOTE, "note");
        return columns;
    }

    static List<String> names() {
        List<String> names = new ArrayList<>(OWN);
        names.addAll(TEXTS.values());
        return names;
    }

    /** The column of one of the free fields. */
    static String nameOf(Field field) {
        String name = TEXTS.get(field);
        if (name == null) {
            throw new IllegalArgumentException("no column of its own: " + field);
        }
        return name;
    }

    /** All columns, each behind the table's alias: {@code d.nik, d.name, …}. */
    static String listed(String alias) {
        return names().stream().map(name -> alias + "." + name).collect(Collectors.joining(", "));
    }

    /** The columns that an emptier later version takes over from the one before it. */
    static List<String> inherited() {
        List<String> names = new ArrayList<>(List.of("birth_date", "sex"));
        names.addAll(TEXTS.values());
        return names;
    }

    static int count() {
        return OWN.size() + TEXTS.size();
    }

    /** Sets all columns from parameter {@code at} on; a rejected row has none. */
    static void set(PreparedStatement statement, int at, Optional<Worker> worker) throws SQLException {
        if (worker.isEmpty()) {
            for (int i = 0; i < count(); i++) {
                statement.setNull(at + i, typeOf(i));
            }
            return;
        }
        Worker person = worker.get();
        statement.setLong(at, person.nik().value());
        statement.setString(at + 1, person.name());
        statement.setString(at + 2, person.matchKey());
        if (person.birthDate().isPresent()) {
            statement.setObject(at + 3, person.birthDate().get());
        } else {
            statement.setNull(at + 3, Types.DATE);
        }
        if (person.texts().has(Field.SEX)) {
            statement.setString(at + 4, person.sex().letter());
        } else {
            statement.setNull(at + 4, Types.VARCHAR);
        }
        int column = at + OWN.size();
        for (Field field : TEXTS.keySet()) {
            if (person.texts().has(field)) {
                statement.setString(column, person.texts().get(field));
            } else {
                statement.setNull(column, Types.VARCHAR);
            }
            column++;
        }
    }

    /** The same columns as texts, null where there is nothing. */
    static List<@Nullable String> texts(Optional<Worker> worker) {
        List<@Nullable String> texts = new ArrayList<>(count());
        if (worker.isEmpty()) {
            for (int i = 0; i < count(); i++) {
                texts.add(null);
            }
            return texts;
        }
        Worker person = worker.get();
        texts.add(Long.toString(person.nik().value()));
        texts.add(person.name());
        texts.add(person.matchKey());
        texts.add(person.birthDate().map(LocalDate::toString).orElse(null));
        texts.add(person.texts().has(Field.SEX) ? person.sex().letter() : null);
        for (Field field : TEXTS.keySet()) {
            texts.add(person.texts().has(field) ? person.texts().get(field) : null);
        }
        return texts;
    }

    private static int typeOf(int column) {
        return switch (column) {
            case 0 -> Types.BIGINT;
            case 3 -> Types.DATE;
            default -> Types.VARCHAR;
        };
    }

    /** Nothing in any of them. */
    static String forgotten() {
        return names().stream().map(name -> name + " = null").collect(Collectors.joining(", "));
    }

    /** Reads a worker, who may be purged, from the columns that {@link #listed} names, the first of which is number {@code at}. */
    static Worker get(ResultSet row, int at) throws SQLException {
        FieldTexts.Builder texts = FieldTexts.builder();
        int column = at + OWN.size();
        for (Field field : TEXTS.keySet()) {
            String text = row.getString(column++);
            if (text != null) {
                texts.put(field, text);
            }
        }
        long value = row.getLong(at);
        NationalId nik = row.wasNull() ? NationalId.standIn(0) : new NationalId(value);
        String sex = row.getString(at + 4);
        if (sex != null) {
            texts.put(Field.SEX, sex);
        }
        FieldTexts built = texts.build();
        return new Worker(
                nik,
                Objects.requireNonNullElse(row.getString(at + 1), ""),
                Objects.requireNonNullElse(row.getString(at + 2), ""),
                Optional.ofNullable(row.getObject(at + 3, LocalDate.class)),
                sex == null ? nik.sex() : Sex.ofLetter(sex),
                built.has(Field.WAGE) ? Optional.of(new BigDecimal(built.get(Field.WAGE))) : Optional.empty(),
                built);
    }
}
