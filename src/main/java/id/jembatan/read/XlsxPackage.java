package id.jembatan.read;

import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Limits;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The parts of a workbook and how they point to each other (Open Packaging Conventions, [ECMA-376] part 2). */
final class XlsxPackage implements Closeable {

    /** Workbook, styles and relations of real files stay below a few megabytes; they are held in memory. */
    private static final long LONGEST_SMALL_PART = 32L << 20;

    /** Bytes of XML for one character, at most: a numeric reference such as that of a line feed. */
    private static final int LONGEST_CHARACTER = 8;

    /** Where no DOCTYPE has come by then, none comes. */
    private static final int LONGEST_PROLOG = 1 << 16;

    private static final Pattern XML = Pattern.compile("(?i)\\.(xml|rels)$");

    /** @param kind the last word of the relation's type, such as {@code worksheet} */
    record Relation(String id, String kind, String target) {}

    private final ZipFile zip;
    private final Limits limits;
    private final Unpacked unpacked;
    private final Map<String, ZipEntry> parts = new HashMap<>();

    private XlsxPackage(ZipFile zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
        this.unpacked = new Unpacked(limits);
        Unpacked declared = new Unpacked(limits);
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            // an honest directory lets a bomb be refused at once; a lying one is found out while unpacking
            declared.add(Math.max(entry.getSize(), 0));
            parts.putIfAbsent(key(entry.getName().replace('\\', '/')), entry);
        }
        if (!has("[Content_Types].xml")) {
            throw broken("[Content_Types].xml");
        }
    }

    static XlsxPackage open(Path file, Limits limits) throws IOException {
        ZipFile zip = ZipDirectory.open(file);
        try {
            XlsxPackage parts = new XlsxPackage(zip, limits);
            parts.refuseDoctypes();
            return parts;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** In no part, whether it is read or not (SPEC section 12). */
    private void refuseDoctypes() throws IOException {
        for (ZipEntry entry : parts.values()) {
            if (XML.matcher(entry.getName()).find() && PartXml.hasDoctype(start(entry))) {
                throw broken(entry.getName());
            }
        }
    }

    private byte[] start(ZipEntry entry) throws IOException {
        try (InputStream bytes = zip.getInputStream(entry)) {
            return bytes.readNBytes(LONGEST_PROLOG);
        } catch (EOFException | ZipException e) {
            return new byte[0]; // who reads the part refuses it for that
        }
    }

    boolean has(String part) {
        return parts.containsKey(key(part));
    }

    /** A part that is held in memory as a whole. */
    PartXml openSmall(String part) {
        if (has(part) && entry(part).getSize() > LONGEST_SMALL_PART) {
            throw new DropRefused(FindingCode.FILE_BOMB, "part", String.valueOf(LONGEST_SMALL_PART));
        }
        return open(part);
    }

    /** @throws DropRefused FILE_BROKEN when there is no such part */
    PartXml open(String part) {
        ZipEntry entry = entry(part);
        try {
            PartStream bytes = new PartStream(
                    zip.getInputStream(entry), entry, unpacked, (long) limits.cell() * LONGEST_CHARACTER);
            return new PartXml(part, bytes, limits.cell());
        } catch (EOFException | ZipException e) {
            throw broken(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The relations of a part; of the package itself for "". External ones are left out: nothing outside is followed. */
    List<Relation> relations(String part) {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        List<Relation> relations = new ArrayList<>();
        try (PartXml xml = openSmall(folder + "_rels/" + part.substring(slash) + ".rels")) {
            while (xml.nextElement()) {
                if (xml.isStart("Relationship")
                        && xml.find("TargetMode").filter("External"::equals).isEmpty()) {
                    String type = xml.find("Type").orElse("");
                    relations.add(new Relation(
                            xml.find("Id").orElseThrow(xml::broken),
                            type.substring(type.lastIndexOf('/') + 1),
                            resolved(folder, xml.find("Target").orElseThrow(xml::broken))
                                    .orElseThrow(xml::broken)));
                }
            }
        }
        return relations;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static DropRefused broken(String part) {
        return new DropRefused(FindingCode.FILE_BROKEN, "workbook", part);
    }

    private ZipEntry entry(String part) {
        ZipEntry entry = parts.get(key(part));
        if (entry == null) {
            throw broken(part);
        }
        return entry;
    }

    private static Optional<String> resolved(String folder, String target) {
        try {
            String path =
                    URI.create("/" + folder).resolve(target.replace('\\', '/')).getPath();
            return path == null ? Optional.empty() : Optional.of(path.replaceFirst("^/+", ""));
        } catch (IllegalArgumentException e) {
            // no address at all: the relation points nowhere
            return Optional.empty();
        }
    }

    /** Part names are equal without regard to letter case. */
    private static String key(String part) {
        return part.toLowerCase(Locale.ROOT);
    }
}
