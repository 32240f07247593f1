package id.jembatan.pipeline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Spoils a file as chance has it: bytes flipped, cut, doubled, spliced with another file; parts of a package with a
 * checksum that is true again; records of an old workbook inside a container that is sound. The same chance gives the
 * same bytes.
 */
final class Spoiling {

    private static final List<String> WORDS = List.of(
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
            "&e;",
            "&#0;",
            "<![CDATA[",
            "]]>",
            "<!--",
            "<row r=\"0\"/>",
            "<row r=\"99999999999\">",
            "r=\"XFE1048577\"",
            "r=\"\"",
            "s=\"4294967296\"",
            "t=\"s\"",
            "<v>-1</v>",
            "<v>1e999</v>",
            "<f>HYPERLINK(\"x\")</f>",
            "\"",
            "\"\"",
            "'",
            "\r",
            "\n",
            "\r\n",
            "\u0000",
            ";;;;;;;;;;;;",
            "sep=;\n",
            "NIK;NIK",
            "1;2;3;4",
            "[[[[[[[[",
            "{\"nik\":",
            "}",
            "]",
            "null",
            "1e99999999",
            "-0.0",
            "\\u0000",
            "\\ud800",
            "\uFEFF",
            "9999999999999999",
            "9.2E+15",
            "=cmd|' /C calc'!A0",
            "@SUM(1)",
            "31-02-1980",
            "JEMBATAN_REF",
            "99-99");
    private static final int[] NUMBERS = {0, 1, -1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000};

    private final Random chance;

    Spoiling(Random chance) {
        this.chance = chance;
    }

    /** The file spoilt, in a way that its format invites, or in any. */
    byte[] spoil(byte[] file, byte[] other) throws IOException {
        if (chance.nextInt(3) > 0) {
            if (file[0] == 'P' && file[1] == 'K') {
                return parts(file, other);
            }
            if ((file[0] & 0xFF) == 0xD0) {
                Optional<byte[]> spoilt = records(file);
                if (spoilt.isPresent()) {
                    return spoilt.get();
                }
            }
        }
        return bytes(file, other);
    }

    private byte[] bytes(byte[] file, byte[] other) {
        byte[] spoilt = file;
        for (int i = 1 + chance.nextInt(4); i > 0; i--) {
            spoilt = once(spoilt, other);
        }
        return spoilt;
    }

    private byte[] once(byte[] file, byte[] other) {
        int at = chance.nextInt(file.length + 1);
        int run = Math.min(file.length - at, 1 + chance.nextInt(chance.nextBoolean() ? 8 : 2_000));
        return switch (chance.nextInt(9)) {
            case 0, 1 -> flipped(file);
            case 2 -> Arrays.copyOf(file, at);
            case 3 -> joined(Arrays.copyOf(file, at), rest(file, at + run));
            case 4 -> joined(Arrays.copyOf(file, at + run), rest(file, at));
            case 5 -> joined(Arrays.copyOf(file, at), rest(other, chance.nextInt(other.length + 1)));
            case 6 -> overwritten(file, at);
            default -> joined(Arrays.copyOf(file, at), word(), rest(file, at));
        };
    }

    private byte[] word() {
        return WORDS.get(chance.nextInt(WORDS.size()))
                .repeat(chance.nextInt(8) == 0 ? 1 + chance.nextInt(300) : 1)
                .getBytes(chance.nextInt(8) == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
    }

    private byte[] flipped(byte[] file) {
        byte[] spoilt = file.clone();
        for (int i = chance.nextInt(6); i >= 0 && spoilt.length > 0; i--) {
            spoilt[chance.nextInt(spoilt.length)] ^= (byte) (1 << chance.nextInt(8));
        }
        return spoilt;
    }

    private byte[] overwritten(byte[] file, int at) {
        ByteBuffer number = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        number.putInt(NUMBERS[chance.nextInt(NUMBERS.length)]);
        int width = Math.min(1 + chance.nextInt(4), file.length - at);
        byte[] spoilt = file.clone();
        System.arraycopy(number.array(), 0, spoilt, at, Math.max(0, width));
        return spoilt;
    }

    private static byte[] rest(byte[] file, int from) {
        return Arrays.copyOfRange(file, from, Math.max(from, file.length));
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            whole.writeBytes(piece);
        }
        return whole.toByteArray();
    }

    /** One or two parts spoilt, dropped or renamed, and all packed again: every checksum is true. */
    private byte[] parts(byte[] file, byte[] other) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        for (int i = chance.nextInt(2); i >= 0 && !parts.isEmpty(); i--) {
            List<String> names = new ArrayList<>(parts.keySet());
            String name = names.get(chance.nextInt(names.size()));
            byte[] part = parts.getOrDefault(name, new byte[0]);
            switch (chance.nextInt(12)) {
                case 0 -> parts.remove(name);
                case 1 ->
                    parts.put(chance.nextBoolean() ? "../" + name : name.toUpperCase(java.util.Locale.ROOT), part);
                case 2 -> parts.put(name, parts.getOrDefault(names.get(chance.nextInt(names.size())), part));
                case 3, 4, 5 -> parts.put(name, markup(part));
                default -> parts.put(name, bytes(part, other));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
                out.closeEntry();
            }
        }
        return chance.nextInt(10) == 0 ? flipped(bytes.toByteArray()) : bytes.toByteArray();
    }

    /** XML that may well stay XML: elements doubled, dropped or exchanged, values between quotes made odd. */
    private byte[] markup(byte[] part) {
        List<String> tokens =
                new ArrayList<>(List.of(new String(part, StandardCharsets.UTF_8).split("(?<=>)|(?=<)", -1)));
        int at = chance.nextInt(tokens.size());
        int other = chance.nextInt(tokens.size());
        switch (chance.nextInt(5)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, tokens.get(other));
            case 2 -> tokens.set(at, tokens.get(other));
            case 3 ->
                tokens.set(
                        at,
                        tokens.get(at)
                                .replaceFirst("\"[^\"]*\"", "\"" + NUMBERS[chance.nextInt(NUMBERS.length)] + "\""));
            default -> tokens.add(at, new String(word(), StandardCharsets.UTF_8));
        }
        return String.join("", tokens).getBytes(StandardCharsets.UTF_8);
    }

    /** Records of the workbook's stream spoilt, inside a container that is sound. */
    private Optional<byte[]> records(byte[] file) throws IOException {
        byte[] stream;
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(file));
                DocumentInputStream in = container.createDocumentInputStream("Workbook")) {
            stream = in.readAllBytes();
        }
        List<byte[]> records = new ArrayList<>();
        ByteBuffer left = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        while (left.remaining() >= 4) {
            int length = left.getShort(left.position() + 2) & 0xFFFF;
            byte[] record = new byte[Math.min(4 + length, left.remaining())];
            left.get(record);
            records.add(record);
        }
        for (int i = chance.nextInt(3); i >= 0; i--) {
            int at = chance.nextInt(records.size());
            byte[] record = records.get(at);
            switch (chance.nextInt(6)) {
                case 0 -> records.remove(at);
                case 1 -> records.add(at, records.get(chance.nextInt(records.size())));
                case 2 -> records.set(at, resized(record));
                case 3 -> records.set(at, overwritten(record, chance.nextInt(Math.min(4, record.length))));
                default -> records.set(at, insides(record));
            }
        }
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(joined(records.toArray(byte[][]::new))), "Workbook");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            return Optional.of(bytes.toByteArray());
        }
    }

    /** Another length, and the record's own field says so. */
    private byte[] resized(byte[] record) {
        byte[] spoilt = Arrays.copyOf(record, 4 + chance.nextInt(Math.min(8_000, 2 * record.length)));
        int length = spoilt.length - 4;
        spoilt[2] = (byte) length;
        spoilt[3] = (byte) (length >> 8);
        return spoilt;
    }

    private byte[] insides(byte[] record) {
        if (record.length <= 4) {
            return record;
        }
        byte[] data = rest(record, 4);
        byte[] spoilt = chance.nextBoolean() ? flipped(data) : overwritten(data, chance.nextInt(data.length));
        return joined(Arrays.copyOf(record, 4), spoilt);
    }
}
