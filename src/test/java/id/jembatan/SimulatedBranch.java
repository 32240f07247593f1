package id.jembatan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A branch that knows Jembatan from its folders alone: it takes away what is put there, reads manifest and files, and
 * answers as branches do: by REF or NIK, in CSV or a workbook, late, twice, in part, otherwise than before, about other
 * branches' lines, with NIK and KPJ exchanged, or not at all until it is sent again. What it says follows from a line's REF
 * alone, so that the same lines are answered alike whenever they were taken.
 */
final class SimulatedBranch {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] HEADER = {"REF", "NIK", "NAMA", "STATUS", "KPJ", "ALASAN"};
    private static final int LATE = 3;
    private static final int VERY_LATE = 6;
    private static final int SILENT = 9;

    /** After so many nights a branch has said what it has to say of what it was sent. */
    static final int PATIENCE = VERY_LATE + 2;

    private final String name;
    private final Path taken;
    private final Map<String, Line> lines = new TreeMap<>();
    private final Map<Integer, List<Saying>> toSay = new TreeMap<>();
    private final Map<String, Said> said = new TreeMap<>();
    private final Set<String> woken = new HashSet<>();
    private int seen;

    SimulatedBranch(String name, Path taken) throws IOException {
        this.name = name;
        this.taken = Files.createDirectories(taken.resolve(name));
    }

    /** A line as it was sent first. */
    record Line(String ref, String programme, String kind, String nik, String person, int night) {

        /** From the REF alone. */
        int lot() {
            return Math.floorMod(ref.hashCode() * 31 + nik.hashCode(), 20);
        }

        /** Eleven digits, of this person only. */
        String kpj() {
            return String.format(Locale.ROOT, "%011d", Math.floorMod(nik.hashCode() * 2_654_435_761L, 99_999_999_999L));
        }
    }

    /** What is to be said of a line. */
    private record Saying(Line line, boolean accepted, boolean exchanged) {}

    /** What was said of a line first, and when. */
    record Said(boolean accepted, String kpj, int night) {}

    String name() {
        return name;
    }

    Path taken() {
        return taken;
    }

    Map<String, Line> lines() {
        return lines;
    }

    Map<String, Said> said() {
        return said;
    }

    /** Takes away what lies there whole; nothing is taken twice. */
    void takeAway(Path outbound) throws IOException {
        Path here = outbound.resolve(name);
        if (!Files.exists(here)) {
            return;
        }
        try (Stream<Path> folders = Files.list(here)) {
            for (Path batch : folders.filter(
                            each -> !each.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList()) {
                Path target = taken.resolve(batch.getFileName());
                if (Files.exists(target)) {
                    throw new AssertionError(batch.getFileName() + " was put there again");
                }
                Files.move(batch, target);
            }
        }
    }

    /** Reads what was taken since, once a night, in the order of the names. */
    void read(int night, SimulatedBranch other) throws IOException {
        List<Path> batches;
        try (Stream<Path> folders = Files.list(taken)) {
            batches = folders.sorted().toList();
        }
        for (Path batch : batches) {
            if (Files.exists(taken.resolveSibling(name + "-read").resolve(batch.getFileName()))) {
                continue;
            }
            Files.createDirectories(taken.resolveSibling(name + "-read").resolve(batch.getFileName()));
            JsonNode manifest = JSON.readTree(batch.resolve("manifest.json").toFile());
            String kind = manifest.get("kind").asText();
            for (Map<String, String> row : rows(batch, manifest)) {
                Line line = new Line(
                        first(row, "REF", "REFERENSI"),
                        manifest.get("regency").asText() + "/"
                                + manifest.get("programme").asText(),
                        kind,
                        first(row, "NIK", "NOMOR_IDENTITAS"),
                        first(row, "NAMA", "NAMA_LENGKAP"),
                        night);
                if (kind.equals("resend")) {
                    if (!lines.containsKey(line.ref())) {
                        throw new AssertionError(line.ref() + " is sent again and was never sent");
                    }
                    if (line.lot() == SILENT && woken.add(line.ref())) {
                        say(night + 1, line, true, false);
                    }
                } else if (lines.putIfAbsent(line.ref(), line) != null) {
                    throw new AssertionError(line.ref() + " was sent before");
                } else if (kind.equals("new")) {
                    decide(line, night, other);
                } else if (kind.equals("change") && line.lot() % 2 == 0) {
                    say(night + 1, line, true, false);
                }
            }
        }
    }

    private static String first(Map<String, String> row, String one, String other) {
        return row.getOrDefault(one, row.getOrDefault(other, ""));
    }

    private void decide(Line line, int night, SimulatedBranch other) {
        switch (line.lot()) {
            case 0, 1 -> say(night + 1, line, false, false);
            case 2 -> say(night + LATE, line, false, false);
            case 3 -> {
                say(night + 1, line, true, false);
                say(night + 2, line, true, false);
            }
            case 4 -> {
                say(night + 1, line, true, false);
                say(night + 2, line, false, false);
            }
            case 5 -> say(night + LATE, line, true, false);
            case 6 -> say(night + VERY_LATE, line, false, false);
            case 7 -> say(night + 1, line, true, true);
            case 8 -> {
                other.say(night + 1, line, true, false);
                say(night + 2, line, true, false);
            }
            case SILENT -> {} // until it is sent again
            case 10 -> say(night + VERY_LATE, line, true, true);
            default -> say(night + 1, line, true, false);
        }
    }

    private void say(int night, Line line, boolean accepted, boolean exchanged) {
        toSay.computeIfAbsent(night, any -> new ArrayList<>()).add(new Saying(line, accepted, exchanged));
    }

    private String[] row(Saying saying) {
        Line line = saying.line();
        boolean byNik = saying.exchanged() && !isSentOtherwise(line);
        boolean changed = saying.accepted() && line.lot() == 11;
        return new String[] {
            byNik ? "" : line.ref(),
            byNik ? line.kpj() : line.lot() % 3 == 0 ? line.nik() : "",
            line.person() + (changed ? " YANG BENAR" : ""),
            changed ? "diterima dengan perubahan" : saying.accepted() ? "DITERIMA" : "Ditolak",
            byNik ? line.nik() : saying.accepted() ? line.kpj() : "",
            saying.accepted() ? "" : "data tidak sesuai Dukcapil"
        };
    }

    /** Whose NIK alone could mean another line of ours. */
    private boolean isSentOtherwise(Line line) {
        return lines.values().stream()
                .anyMatch(
                        other -> other.nik().equals(line.nik()) && !other.ref().equals(line.ref()));
    }

    /** This night's answers, of all batches in one file; every fifth night half of them come with the next. */
    Optional<Answer> answer(int night) throws IOException {
        List<Saying> due = toSay.remove(night);
        if (due == null) {
            return Optional.empty();
        }
        if (night % 5 == 2 && due.size() > 3) { // in part
            List<Saying> rest = due.subList(due.size() / 2, due.size());
            toSay.computeIfAbsent(night + 1, any -> new ArrayList<>()).addAll(0, rest);
            due = due.subList(0, due.size() / 2);
        }
        List<String[]> rows = due.stream().map(this::row).toList();
        for (Saying one : due) {
            if (lines.containsKey(one.line().ref())) {
                said.putIfAbsent(
                        one.line().ref(),
                        new Said(one.accepted(), one.accepted() ? one.line().kpj() : "", night));
            }
        }
        String file = "jawaban-" + ++seen;
        if (night % 2 == 0) {
            List<List<String>> cells = new ArrayList<>();
            cells.add(List.of(HEADER));
            rows.forEach(row -> cells.add(List.of(row)));
            return Optional.of(new Answer(
                    file + ".xlsx", WorkbookWriting.ofTexts(List.of(new WorkbookReading.Sheet("Hasil", cells)))));
        }
        StringBuilder text = new StringBuilder(String.join(";", HEADER)).append("\r\n");
        rows.forEach(row -> text.append(String.join(";", row)).append("\r\n"));
        return Optional.of(new Answer(file + ".csv", text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** A file for {@code answer/<branch>/}. */
    static final class Answer {

        private final String file;
        private final byte[] bytes;

        Answer(String file, byte[] bytes) {
            this.file = file;
            this.bytes = bytes;
        }

        String file() {
            return file;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /** The lines of a batch's files, by the headers of its layout. */
    static List<Map<String, String>> rows(Path batch, JsonNode manifest) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode part : manifest.get("files")) {
            Path file = batch.resolve(part.get("name").asText());
            List<List<String>> cells = new ArrayList<>();
            if (file.toString().endsWith(".xlsx")) {
                WorkbookReading.read(file).forEach(sheet -> cells.addAll(sheet.rows()));
            } else {
                Files.readAllLines(file).forEach(line -> cells.add(List.of(line.split(",", -1))));
            }
            for (List<String> line : cells.subList(1, cells.size())) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < line.size(); i++) {
                    row.put(cells.get(0).get(i), line.get(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
