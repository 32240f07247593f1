package id.jembatan.report;

import id.jembatan.domain.Field;
import id.jembatan.domain.Worker;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;

/** Whom to tell of a breach, and how to reach them: a line a person and row. */
public final class BreachCsv implements AutoCloseable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final String ABROAD = "+62";

    private final Writer out;
    private long people;

    public BreachCsv(Path file) throws IOException {
        this.out = Files.newBufferedWriter(file);
        CsvText.writeLine(
                out, "NO", "NIK", "NAMA", "TANGGAL_LAHIR", "NO_HP", "ALAMAT", "RT", "RW", "DESA", "KECAMATAN");
    }

    public void add(Worker person) throws IOException {
        CsvText.writeLine(
                out,
                Long.toString(++people),
                person.nik().digits(),
                person.name(),
                person.birthDate().map(DAY::format).orElse(""),
                phone(person.texts().get(Field.PHONE)),
                person.texts().get(Field.ADDRESS),
                person.texts().get(Field.RT),
                person.texts().get(Field.RW),
                person.texts().get(Field.VILLAGE),
                person.texts().get(Field.DISTRICT));
    }

    /** A cell that begins with a plus is a formula. */
    private static String phone(String phone) {
        return phone.startsWith(ABROAD) ? "0" + phone.substring(ABROAD.length()) : phone;
    }

    public long people() {
        return people;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
