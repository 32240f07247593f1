package id.jembatan.validate;

import id.jembatan.domain.RegencyCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The area codes of Indonesia (Kemendagri): the union of all vintages in {@code reference/regions.csv}, because a NIK
 * keeps the code of its first registration for life; and the villages of the regencies in {@code villages-5.csv}.
 */
public final class AreaCodes {

    /** What it reads, beneath the jar's root. */
    public static final List<String> FILES = List.of("reference/regions.csv", "reference/villages-5.csv");

    private final BitSet regencies = new BitSet(10_000);
    private final BitSet districts = new BitSet(1_000_000);
    private final Map<String, List<String>> districtNames = new HashMap<>();
    private final Map<String, List<String>> villageNames = new HashMap<>();

    private AreaCodes() {}

    /** Reads the reference that lies in the jar. */
    public static AreaCodes load() {
        return load(AreaCodes::open);
    }

    /** Reads a copy of it that lies in that folder. */
    public static AreaCodes load(Path folder) {
        return load(file -> Files.newInputStream(folder.resolve(file)));
    }

    private static AreaCodes load(Source source) {
        AreaCodes areas = new AreaCodes();
        eachLine(source, FILES.get(0), areas::addRegion);
        eachLine(source, FILES.get(1), areas::addVillage);
        return areas;
    }

    @FunctionalInterface
    private interface Source {

        InputStream open(String file) throws IOException;
    }

    /** The bytes of one of {@link #FILES}, as the jar has them. */
    public static InputStream open(String file) {
        InputStream bytes = AreaCodes.class.getResourceAsStream("/" + file);
        if (bytes == null) {
            throw new IllegalStateException("the jar has no " + file);
        }
        return bytes;
    }

    /** The first two digits of some regency, in any vintage. */
    boolean isProvince(int code) {
        int next = regencies.nextSetBit(code * 100);
        return next >= 0 && next / 100 == code;
    }

    boolean isRegency(int code) {
        return regencies.get(code);
    }

    boolean isDistrict(int code) {
        return districts.get(code);
    }

    /** False for a regency of which the reference knows the code only: its districts cannot be asked for. */
    boolean hasDistricts(int regency) {
        int next = districts.nextSetBit(regency * 100);
        return next >= 0 && next / 100 == regency;
    }

    /** In order of their codes; empty when the reference has none. */
    public List<String> listDistricts(RegencyCode regency) {
        return List.copyOf(districtNames.getOrDefault(regency.value(), List.of()));
    }

    /** In order of their codes; empty when the reference has none. */
    public List<String> listVillages(RegencyCode regency) {
        return List.copyOf(villageNames.getOrDefault(regency.value(), List.of()));
    }

    private void addRegion(String[] columns) {
        String code = columns[0];
        if (columns[1].equals("regency")) {
            regencies.set(Integer.parseInt(code));
        } else if (columns[1].equals("district")) {
            districts.set(Integer.parseInt(code));
            addName(districtNames, code, columns[2]);
        }
    }

    private void addVillage(String[] columns) {
        addName(villageNames, columns[0], columns[2]);
    }

    private static void addName(Map<String, List<String>> names, String code, String name) {
        names.computeIfAbsent(code.substring(0, 4), regency -> new ArrayList<>())
                .add(name);
    }

    private static void eachLine(Source source, String file, Consumer<String[]> line) {
        try (InputStream bytes = source.open(file)) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            lines.lines().skip(1).map(text -> text.split(",", -1)).forEach(line);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
