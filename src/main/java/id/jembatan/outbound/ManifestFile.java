package id.jembatan.outbound;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.jembatan.domain.Batch;
import id.jembatan.domain.Protection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code manifest.json}: what a batch holds, chained by hash to the branch's manifest before it (SPEC section 8). */
final class ManifestFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ManifestFile() {}

    static void write(Path file, Batch batch, Profile profile, List<WrittenFile> files) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentArraysWith(lines);
        printer.indentObjectsWith(lines);
        Files.writeString(file, JSON.writer(printer).writeValueAsString(manifest(batch, profile, files)) + "\n");
    }

    private static Map<String, @Nullable Object> manifest(Batch batch, Profile profile, List<WrittenFile> files) {
        Map<String, @Nullable Object> manifest = new LinkedHashMap<>();
        manifest.put("batch", batch.number());
        manifest.put("kind", batch.kind().key());
        manifest.put("regency", batch.regency().code().value());
        manifest.put("programme", batch.programme().key().id());
        Map<String, Object> layout = new LinkedHashMap<>();
        layout.put("name", profile.name());
        layout.put("version", profile.version());
        manifest.put("profile", layout);
        manifest.put("files", files.stream().map(ManifestFile::file).toList());
        manifest.put("people", batch.people());
        Map<String, Object> monthly = new LinkedHashMap<>();
        monthly.put("total", batch.monthly().total().toBigIntegerExact());
        for (Protection protection : Protection.values()) {
            monthly.put(protection.name(), batch.monthly().part(protection).toBigIntegerExact());
        }
        manifest.put("monthly", monthly);
        manifest.put("months", batch.months());
        manifest.put("total", batch.total().toBigIntegerExact());
        manifest.put("previousManifestSha256", batch.previousManifestSha256().orElse(null));
        return manifest;
    }

    private static Map<String, Object> file(WrittenFile file) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", file.name());
        entry.put("rows", file.rows());
        entry.put("bytes", file.bytes());
        entry.put("sha256", file.sha256());
        return entry;
    }
}
