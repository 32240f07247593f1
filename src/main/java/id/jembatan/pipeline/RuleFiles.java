package id.jembatan.pipeline;

import id.jembatan.domain.AgreementProblem;
import id.jembatan.domain.AgreementsBroken;
import id.jembatan.validate.AreaCodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files that judge a list or word what is said of it, byte for byte as they stood, and the settings that do: no
 * passwords, ports or hours. Their name is the hash of a list of their hashes, which lies beside them.
 */
final class RuleFiles {

    /** {@code sha256sum -c} proves a set by it, and its own hash is the set's name. */
    static final String SUMS = "SHA256SUMS";

    /** The settings among them; the others are the machine's or the operator's. */
    static final String SETTINGS = "settings.properties";

    private static final List<String> KEYS = List.of(
            "jembatan.language",
            "jembatan.cross-regency",
            "jembatan.limits.file",
            "jembatan.limits.unpacked",
            "jembatan.limits.entries",
            "jembatan.limits.columns",
            "jembatan.limits.cell",
            "jembatan.limits.depth",
            "jembatan.limits.digits",
            "jembatan.outbound.sums",
            "jembatan.outbound.mail",
            "jembatan.outbound.mail.to");

    private static final List<String> FILES = List.of(
            "answers.yaml",
            "columns.yaml",
            "end-reasons.yaml",
            "occupations.yaml",
            "places.yaml",
            "rates.yaml",
            "sectors.yaml");

    private final SortedMap<String, byte[]> files;
    private final String sums;

    private RuleFiles(SortedMap<String, byte[]> files) {
        this.files = files;
        StringBuilder list = new StringBuilder();
        files.forEach((name, bytes) ->
                list.append(hash(bytes)).append("  ").append(name).append('\n'));
        this.sums = list.toString();
    }

    /** As they lie in the settings' configuration folder, and in the program. */
    static RuleFiles of(Settings settings) {
        Path config = settings.config();
        SortedMap<String, byte[]> files = new TreeMap<>();
        FILES.forEach(name -> files.put(name, read(config.resolve(name))));
        addAll(files, config, "regencies", "[^.].*\\.ya?ml");
        addAll(files, config, "outbound", ".*\\.yaml");
        addAll(files, config, "messages", ".*_" + settings.language() + "\\.properties");
        AreaCodes.FILES.forEach(name -> files.put(name, readOfProgram(name)));
        files.put(SETTINGS, textOf(settings).getBytes(StandardCharsets.UTF_8));
        return new RuleFiles(files);
    }

    private static void addAll(SortedMap<String, byte[]> files, Path config, String folder, String names) {
        Path within = config.resolve(folder);
        if (!Files.isDirectory(within)) {
            return; // whoever needs what is in it will say so
        }
        try (Stream<Path> found = Files.list(within)) {
            found.filter(file -> file.getFileName().toString().matches(names))
                    .forEach(file -> files.put(folder + "/" + file.getFileName(), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new AgreementsBroken(List.of(new AgreementProblem(
                    file.getFileName().toString(), 0, "", AgreementProblem.Kind.FILE_MISSING, List.of())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] readOfProgram(String name) {
        try (InputStream bytes = AreaCodes.open(name)) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version of the program's own rules is there to be read, and makes another set of the same files. */
    private static String textOf(Settings settings) {
        StringBuilder text = new StringBuilder("rules=" + Rulebook.VERSION + "\n");
        KEYS.forEach(key -> text.append(key)
                .append('=')
                .append(settings.get(key).replace("\\", "\\\\"))
                .append('\n'));
        return text.toString();
    }

    /** Whether the setting is one of those that are archived. */
    static boolean isRule(String key) {
        return KEYS.contains(key);
    }

    /** The set's name: 64 hex digits. */
    String sha256() {
        return hash(sums.getBytes(StandardCharsets.UTF_8));
    }

    /** Each file by its path in the set, {@link #SUMS} among them. */
    Map<String, byte[]> contents() {
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        all.put(SUMS, sums.getBytes(StandardCharsets.UTF_8));
        return Collections.unmodifiableSortedMap(all);
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
