package id.jembatan.outbound;

import id.jembatan.domain.Batch;
import id.jembatan.domain.EnrolmentLine;
import id.jembatan.domain.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a frozen batch for its branch: the people's files, {@code manifest.json} and {@code surat-pengantar.html} (SPEC
 * section 8). A pure function of what is handed in; written again it is the same bytes. Making the folder appear, fsync
 * included, is the caller's.
 */
public final class BatchFiles {

    public static final String MANIFEST = "manifest.json";
    public static final String LETTER = "surat-pengantar.html";
    public static final String SUMS = "SHA256SUMS";

    private BatchFiles() {}

    /**
     * Writes all files of the batch.
     *
     * @param folder exists and is empty
     * @param lines in the order of their numbers, those of one file together where the profile splits; read once
     * @return the SHA-256 of the manifest's bytes, which the branch's next manifest names
     * @throws IllegalStateException when the lines do not add up to what the batch says: "control total: expected …,
     *     found …"; the folder must then be thrown away
     */
    public static String write(
            Path folder, Batch batch, Iterator<EnrolmentLine> lines, Profile profile, Messages messages, Extras extras)
            throws IOException {
        ControlTotals totals = new ControlTotals();
        List<WrittenFile> files = new ArrayList<>();
        Ahead ahead = new Ahead(lines);
        do {
            String group = ahead.hasNext() ? profile.groupOf(ahead.peek().worker()) : "";
            Path file = folder.resolve(profile.fileName(batch.number(), files.size() + 1, group));
            files.add(writeFile(file, batch, ahead, group, profile, totals));
        } while (ahead.hasNext());
        totals.requireEqualTo(batch);

        Path manifest = folder.resolve(MANIFEST);
        ManifestFile.write(manifest, batch, profile, files);
        String sha256 = WrittenFile.sha256(manifest);
        new CoveringLetter(messages).write(folder.resolve(LETTER), batch, profile, files, sha256);
        writeExtras(folder, batch, files, sha256, messages, extras);
        return sha256;
    }

    /** Neither is named in the manifest: with them or without, it is the same batch. */
    private static void writeExtras(
            Path folder, Batch batch, List<WrittenFile> files, String sha256, Messages messages, Extras extras)
            throws IOException {
        List<String> names =
                new ArrayList<>(files.stream().map(WrittenFile::name).toList());
        names.add(MANIFEST);
        names.add(LETTER);
        if (extras.mail()) {
            new BatchMail(messages).write(folder, batch, names, sha256, extras.mailTo());
            names.add(BatchMail.nameOf(batch));
        }
        if (extras.sums()) {
            StringBuilder sums = new StringBuilder();
            for (String name : names) {
                sums.append(WrittenFile.sha256(folder.resolve(name)))
                        .append("  ")
                        .append(name)
                        .append('\n');
            }
            Files.writeString(folder.resolve(SUMS), sums);
        }
    }

    private static WrittenFile writeFile(
            Path file, Batch batch, Ahead lines, String group, Profile profile, ControlTotals totals)
            throws IOException {
        int rows = 0;
        try (LineFile out = LineFile.begin(file, profile)) {
            while (rows < profile.maxRows()
                    && lines.hasNext()
                    && profile.groupOf(lines.peek().worker()).equals(group)) {
                EnrolmentLine line = lines.next();
                out.add(CellValue.of(profile, batch, line));
                totals.add(line);
                rows++;
            }
        }
        return WrittenFile.of(file, rows);
    }

    /** Lines, of which the next can be looked at. */
    private static final class Ahead {

        private final Iterator<EnrolmentLine> lines;
        private @Nullable EnrolmentLine next;

        Ahead(Iterator<EnrolmentLine> lines) {
            this.lines = lines;
        }

        boolean hasNext() {
            return next != null || lines.hasNext();
        }

        EnrolmentLine peek() {
            EnrolmentLine seen = next == null ? lines.next() : next;
            next = seen;
            return seen;
        }

        EnrolmentLine next() {
            EnrolmentLine seen = peek();
            next = null;
            return seen;
        }
    }
}
