package id.jembatan.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP made by hand, entry by entry. */
final class ZipOf {

    private final Map<String, String> entries = new LinkedHashMap<>();

    ZipOf with(String name, String content) {
        entries.put(name, content);
        return this;
    }

    ZipOf without(String name) {
        entries.remove(name);
        return this;
    }

    /** Puts it before what the entry holds. */
    ZipOf before(String name, String more) {
        entries.computeIfPresent(name, (entry, content) -> more + content);
        return this;
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
