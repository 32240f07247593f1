package id.jembatan.pipeline;

import id.jembatan.ZipWriting;
import id.jembatan.demo.Calling;
import id.jembatan.demo.Faults;
import id.jembatan.demo.InventedLists;
import id.jembatan.demo.OfficeStyle;
import id.jembatan.domain.RegencyCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** One small sound file of every format and habit that is read, for a test to spoil. */
final class SoundFiles {

    private static final String MACROS = "xl/vbaProject.bin";

    private SoundFiles() {}

    /** By what they are. */
    static Map<String, byte[]> all(Path folder) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (OfficeStyle office : OfficeStyle.values()) {
            files.put(office.name(), list(folder, office));
        }
        files.put("MACRO_WORKBOOK", withMacros(list(folder, OfficeStyle.TIDY_WORKBOOK)));
        ZipWriting zip = new ZipWriting();
        zip.add("a/daftar.csv", list(folder, OfficeStyle.SEMICOLON_TEXT));
        zip.add("daftar.xlsx", list(folder, OfficeStyle.TIDY_WORKBOOK));
        zip.add("daftar.json", list(folder, OfficeStyle.EXPORT_JSON));
        files.put("ZIP", zip.bytes());
        return files;
    }

    private static byte[] list(Path folder, OfficeStyle office) throws IOException {
        Path file = folder.resolve("sound");
        InventedLists.write(
                file, office, new RegencyCode("9203"), Calling.VULNERABLE, 1, 14, new Faults(Map.of(), 300), 5);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    /** A workbook that says that it has macros, with a part that would hold them. */
    private static byte[] withMacros(byte[] workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] part = in.readAllBytes();
                if (entry.getName().equals("[Content_Types].xml")) {
                    part = new String(part, StandardCharsets.UTF_8)
                            .replace("spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml")
                            .getBytes(StandardCharsets.UTF_8);
                }
                put(out, entry.getName(), part);
            }
            put(out, MACROS, "Auto_Open".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream out, String name, byte[] part) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(part);
        out.closeEntry();
    }
}
