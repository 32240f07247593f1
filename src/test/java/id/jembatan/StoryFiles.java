package id.jembatan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Makes the bytes of a dropped file from what a story says of it, so that the repository holds text only. */
final class StoryFiles {

    private static final String MARK = "\uFEFF";

    private StoryFiles() {}

    /**
     * The bytes of a drop: {@code raw} (a file as it is), {@code file} (with {@code charset}, {@code mark} for a byte order mark, {@code newline} and
     * {@code times}), {@code hex} ({@code 00*488} repeats), {@code workbook} ({@code old} for one of Excel 97) or
     * {@code zip} (both with {@code cut}, bytes off the end), or {@code repaired} (a reply's workbook with cells filled in).
     */
    static byte[] bytes(Story story, JsonNode drop, Path home) throws IOException {
        if (drop.has("raw")) {
            return Files.readAllBytes(story.input(drop.get("raw").asText()));
        }
        if (drop.has("hex")) {
            return hex(drop.get("hex").asText());
        }
        if (drop.has("workbook")) {
            JsonNode told = new YAMLMapper()
                    .readTree(story.input(drop.get("workbook").asText()).toFile());
            byte[] workbook = drop.path("old").asBoolean() ? OldWorkbookWriting.of(told) : WorkbookWriting.of(told);
            return Arrays.copyOf(workbook, workbook.length - drop.path("cut").asInt(0));
        }
        if (drop.has("zip")) {
            JsonNode told = new YAMLMapper()
                    .readTree(story.input(drop.get("zip").asText()).toFile());
            byte[] zip = zip(story, told, home);
            return Arrays.copyOf(zip, zip.length - drop.path("cut").asInt(0));
        }
        if (drop.has("repaired")) {
            return repaired(drop, only(home, drop.get("repaired").asText()));
        }
        return text(story, drop);
    }

    /** {@code entries}: each has a {@code name}, bytes as a drop has them or none, and what is odd about it. */
    private static byte[] zip(Story story, JsonNode told, Path home) throws IOException {
        ZipWriting zip = new ZipWriting();
        for (JsonNode one : told.path("entries")) {
            boolean holds = one.has("file") || one.has("hex") || one.has("workbook") || one.has("zip");
            ZipWriting.Entry entry = zip.add(one.get("name").asText(), holds ? bytes(story, one, home) : new byte[0]);
            if (one.path("encrypted").asBoolean()) {
                entry.encrypted();
            }
            if (one.has("mode")) {
                entry.mode(Integer.parseInt(one.get("mode").asText(), 8));
            }
            if (one.has("checksum")) {
                entry.withChecksum(one.get("checksum").asLong());
            }
        }
        return zip.bytes();
    }

    private static byte[] text(Story story, JsonNode drop) throws IOException {
        String text = Files.readString(story.input(drop.get("file").asText()))
                .repeat(drop.path("times").asInt(1));
        String newline = drop.path("newline").asText("LF");
        text = text.replace("\n", newline.equals("CR") ? "\r" : newline.equals("CRLF") ? "\r\n" : "\n");
        Charset charset = Charset.forName(drop.path("charset").asText("UTF-8"));
        return ((drop.path("mark").asBoolean() ? MARK : "") + text).getBytes(charset);
    }

    private static byte[] hex(String told) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String word : told.trim().split("\\s+", -1)) {
            int star = word.indexOf('*');
            byte[] one = HexFormat.of().parseHex(star < 0 ? word : word.substring(0, star));
            int times = star < 0 ? 1 : Integer.parseInt(word.substring(star + 1));
            for (int i = 0; i < times; i++) {
                bytes.writeBytes(one);
            }
        }
        return bytes.toByteArray();
    }

    private static Path only(Path home, String pattern) throws IOException {
        PathMatcher matcher = home.getFileSystem().getPathMatcher("glob:" + pattern);
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> matcher.matches(home.relativize(file)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no " + pattern));
        }
    }

    /** What a clerk does: opens the reply's workbook, types into some cells, removes some rows, saves. */
    private static byte[] repaired(JsonNode drop, Path workbook) throws IOException {
        List<WorkbookReading.Sheet> sheets = WorkbookReading.read(workbook);
        for (JsonNode fill : drop.path("fill")) {
            WorkbookReading.Sheet sheet = sheets.get(fill.path("sheet").asInt(0));
            List<String> headers = sheet.rows().get(0);
            List<String> row = sheet.rows().get(fill.get("row").asInt() - 1);
            fill.get("with").properties().forEach(cell -> {
                int column = headers.indexOf(cell.getKey());
                if (column < 0) {
                    throw new IllegalArgumentException("no column " + cell.getKey() + " in " + headers);
                }
                row.set(column, cell.getValue().asText());
            });
        }
        List<Integer> without = new ArrayList<>();
        drop.path("without").forEach(row -> without.add(row.asInt()));
        without.stream()
                .sorted((a, b) -> b - a)
                .forEach(row -> sheets.get(0).rows().remove(row - 1));
        return WorkbookWriting.ofTexts(sheets);
    }
}
