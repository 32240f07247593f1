package id.jembatan.demo;

import id.jembatan.domain.RegencyCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where invented people live and were first registered, from the reference tables. */
final class Places {

    /** A district by its six digits, with one village at least. */
    record District(int code, String name, List<String> villages) {}

    private static final List<String[]> REGIONS = lines("/reference/regions.csv");
    private static final List<String[]> VILLAGES = lines("/reference/villages-5.csv");

    private Places() {}

    /** The districts of a regency with their villages; empty where the villages are not known. */
    static List<District> districtsOf(RegencyCode regency) {
        Map<String, List<String>> villages = VILLAGES.stream()
                .filter(line -> line[1].startsWith(regency.value()))
                .collect(Collectors.groupingBy(
                        line -> line[1], Collectors.mapping(line -> line[2], Collectors.toUnmodifiableList())));
        return districtLines(regency)
                .filter(line -> villages.containsKey(line[0]))
                .map(line ->
                        new District(Integer.parseInt(line[0]), line[2], villages.getOrDefault(line[0], List.of())))
                .toList();
    }

    static List<Integer> districtCodesOf(RegencyCode regency) {
        return districtLines(regency).map(line -> Integer.valueOf(line[0])).toList();
    }

    /** The regency's name without Kabupaten or Kota. */
    static String nameOf(RegencyCode regency) {
        return REGIONS.stream()
                .filter(line -> line[0].equals(regency.value()))
                .map(line -> line[2].replaceFirst("^(Kabupaten|Kota) ", ""))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no regency " + regency + " in the reference"));
    }

    private static Stream<String[]> districtLines(RegencyCode regency) {
        return REGIONS.stream().filter(line -> line[1].equals("district") && line[0].startsWith(regency.value()));
    }

    private static List<String[]> lines(String resource) {
        InputStream bytes = Objects.requireNonNull(Places.class.getResourceAsStream(resource), resource);
        Function<String, String[]> cells = line -> line.split(",", -1);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(cells).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }
}
