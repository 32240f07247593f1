package id.jembatan.read;

import id.jembatan.domain.DateSystem;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Sheet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a workbook says of itself: its sheets, and what their cells refer to.
 *
 * @param parts of the sheets, in the order of {@code sheets}
 */
record Workbook(List<Sheet> sheets, List<String> parts, CellStyles styles, SharedStrings strings) {

    /** Excel itself is bound by memory only; a person's list has a handful. */
    private static final int MOST_SHEETS = 10_000;
    /** Of a sheet that stands in the list only: a module of macros that was saved without them. */
    static final String NO_PART = "";

    private record Listed(String name, boolean visible, String relation) {}

    static Workbook read(XlsxPackage pack, Path temporary) {
        String part = pack.relations("").stream()
                .filter(relation -> relation.kind().equals("officeDocument"))
                .map(XlsxPackage.Relation::target)
                .findFirst()
                .orElseThrow(() -> XlsxPackage.broken("_rels/.rels"));
        Map<String, String> targets = new HashMap<>();
        Optional<String> styles = Optional.empty();
        Optional<String> strings = Optional.empty();
        for (XlsxPackage.Relation relation : pack.relations(part)) {
            targets.put(relation.id(), relation.target());
            switch (relation.kind()) {
                case "styles" -> styles = Optional.of(relation.target());
                case "sharedStrings" -> strings = Optional.of(relation.target());
                default -> {
                    // themes, calculation chains, macros: nothing that a cell says
                }
            }
        }
        List<Listed> listed = new ArrayList<>();
        DateSystem dates = list(pack, part, listed);
        List<Sheet> sheets = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (Listed sheet : listed) {
            String target = sheet.relation().isEmpty() ? NO_PART : targets.get(sheet.relation());
            if (target == null || (!target.equals(NO_PART) && !pack.has(target))) {
                throw XlsxPackage.broken(part);
            }
            sheets.add(new Sheet(sheets.size(), sheet.name(), sheet.visible(), dates));
            parts.add(target);
        }
        return new Workbook(
                sheets,
                parts,
                styles.map(target -> styles(pack, target)).orElse(CellStyles.NONE),
                strings.map(target -> strings(pack, target, temporary)).orElseGet(() -> new SharedStrings(temporary)));
    }

    private static DateSystem list(XlsxPackage pack, String part, List<Listed> sheets) {
        DateSystem dates = DateSystem.FROM_1900;
        try (PartXml xml = pack.openSmall(part)) {
            while (xml.nextElement()) {
                if (xml.isStart("workbookPr")) {
                    String from1904 = xml.find("date1904").orElse("0");
                    dates = from1904.equals("1") || from1904.equals("true") ? DateSystem.FROM_1904 : dates;
                } else if (xml.isStart("sheet")) {
                    sheets.add(new Listed(
                            xml.find("name").orElse(""),
                            xml.find("state").orElse("visible").equals("visible"),
                            xml.findRelation().orElseThrow(xml::broken)));
                    if (sheets.size() > MOST_SHEETS) {
                        throw new DropRefused(FindingCode.FILE_TOO_LARGE, "sheets", String.valueOf(MOST_SHEETS));
                    }
                }
            }
        }
        return dates;
    }

    private static CellStyles styles(XlsxPackage pack, String part) {
        try (PartXml xml = pack.openSmall(part)) {
            return CellStyles.read(xml);
        }
    }

    private static SharedStrings strings(XlsxPackage pack, String part, Path temporary) {
        try (PartXml xml = pack.open(part)) {
            return SharedStrings.read(xml, temporary);
        }
    }
}
