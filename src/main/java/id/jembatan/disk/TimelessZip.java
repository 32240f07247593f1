package id.jembatan.disk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies a workbook without the moment at which it was made: the writing library puts the clock into
 * {@code docProps/core.xml}, and with it no two runs would give the same bytes, nor a file dropped again be SEEN.
 */
public final class TimelessZip {

    private static final LocalDateTime ALWAYS = LocalDateTime.of(2022, 1, 3, 8, 0);
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

    private TimelessZip() {}

    public static void copy(Path from, Path to) throws IOException {
        try (ZipFile in = new ZipFile(from.toFile());
                ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                ZipEntry timeless = new ZipEntry(entry.getName());
                timeless.setTimeLocal(ALWAYS);
                out.putNextEntry(timeless);
                try (InputStream content = in.getInputStream(entry)) {
                    copy(entry.getName(), content, out);
                }
                out.closeEntry();
            }
        }
    }

    private static void copy(String name, InputStream content, OutputStream out) throws IOException {
        if (!name.equals("docProps/core.xml")) {
            content.transferTo(out);
            return;
        }
        String properties = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        String timeless = MOMENT.matcher(properties).replaceAll("2022-01-03T00:00:00Z");
        out.write(timeless.getBytes(StandardCharsets.UTF_8));
    }
}
