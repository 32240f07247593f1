package id.jembatan.outbound;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Lines as an XLSX of one sheet, every cell a text. fastexcel writes the time of writing into the ZIP and the document's
 * properties; so the file is written beside its place first and copied there without them.
 */
final class XlsxLineFile implements LineFile {

    private static final int ROWS_IN_MEMORY = 500;

    /** Before 1980-02-01 some ZIP writers add a field that depends on the zone of the machine. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final String PROPERTIES = "docProps/core.xml";
    private static final String CREATED = "(?<open><dcterms:created[^>]*>)[^<]*";

    private final Path file;
    private final Path unfinished;
    private final OutputStream out;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    XlsxLineFile(Path file) throws IOException {
        this.file = file;
        this.unfinished = file.resolveSibling("." + file.getFileName() + ".part");
        this.out = new BufferedOutputStream(Files.newOutputStream(unfinished));
        this.workbook = new Workbook(out, "Jembatan", null);
        this.sheet = workbook.newWorksheet("Peserta");
    }

    @Override
    public void add(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(rows, column, cells.get(column));
            sheet.style(rows, column).format("@").set();
            if (rows == 0) {
                sheet.width(column, 20);
            }
        }
        rows++;
        if (rows % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            workbook.close();
        }
        try (ZipFile in = new ZipFile(unfinished.toFile());
                ZipOutputStream timelessZip =
                        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                ZipEntry timeless = new ZipEntry(entry.getName());
                timeless.setTimeLocal(ENTRY_TIME);
                timelessZip.putNextEntry(timeless);
                try (InputStream part = in.getInputStream(entry)) {
                    copy(entry.getName(), part, timelessZip);
                }
                timelessZip.closeEntry();
            }
        }
        Files.delete(unfinished);
    }

    private static void copy(String name, InputStream in, OutputStream out) throws IOException {
        if (name.equals(PROPERTIES)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            out.write(text.replaceFirst(CREATED, "${open}2000-01-01T00:00:00Z").getBytes(StandardCharsets.UTF_8));
        } else {
            in.transferTo(out);
        }
    }
}
