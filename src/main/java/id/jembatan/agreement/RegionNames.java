package id.jembatan.agreement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The Kemendagri names of the regencies by code, from {@code reference/regions.csv}: they come with the program. */
final class RegionNames {

    private static final Map<String, String> REGENCIES = read();

    private RegionNames() {}

    static Optional<String> find(String code) {
        return Optional.ofNullable(REGENCIES.get(code));
    }

    /** Whether both name one place: {@code Fakfak} and {@code Kabupaten Fak Fak}. */
    static boolean areAlike(String one, String other) {
        return core(one).equals(core(other));
    }

    private static String core(String name) {
        return name.toUpperCase(Locale.ROOT)
                .replaceFirst("^(KABUPATEN|KAB\\.?|KOTA) ", "")
                .replaceAll("[^A-Z]", "");
    }

    private static Map<String, String> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        RegionNames.class.getResourceAsStream("/reference/regions.csv"), "reference/regions.csv"),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split(",", 4))
                    .filter(cells -> cells[1].equals("regency"))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[2].replace("\"", "")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read reference/regions.csv", unreadable);
        }
    }
}
