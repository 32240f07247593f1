package id.jembatan.read;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of a workbook's cell styles show a number as a date. */
final class CellStyles {

    /** A workbook without styles: all cells are plain, and only the style 0 exists. */
    static final CellStyles NONE = new CellStyles(1, new BitSet());

    private final int count;
    private final BitSet dates;

    private CellStyles(int count, BitSet dates) {
        this.count = count;
        this.dates = dates;
    }

    static CellStyles read(PartXml xml) {
        Map<String, Boolean> custom = new HashMap<>();
        BitSet dates = new BitSet();
        int count = 0;
        boolean cellStyles = false;
        while (xml.nextElement()) {
            if (xml.isStart("cellXfs") || xml.isEnd("cellXfs")) {
                cellStyles = xml.isStart();
            } else if (xml.isStart("numFmt")) {
                custom.putIfAbsent(
                        xml.find("numFmtId").orElse(""),
                        DateFormats.isDate(xml.find("formatCode").orElse("")));
            } else if (cellStyles && xml.isStart("xf")) {
                String format = xml.find("numFmtId").orElse("0");
                Boolean own = custom.get(format);
                dates.set(count++, own == null ? DateFormats.isBuiltInDate(format) : own);
            }
        }
        // style 0 is what a cell without a style has
        return new CellStyles(Math.max(count, 1), dates);
    }

    /**
     * Of a workbook that lists its formats apart.
     *
     * @param formats of the styles, by number
     * @param custom whether the formats that the workbook spells out show a date, by their numbers
     */
    static CellStyles of(List<Integer> formats, Map<Integer, Boolean> custom) {
        BitSet dates = new BitSet();
        for (int style = 0; style < formats.size(); style++) {
            int format = formats.get(style);
            Boolean own = custom.get(format);
            dates.set(style, own == null ? DateFormats.isBuiltInDate(String.valueOf(format)) : own);
        }
        return new CellStyles(Math.max(formats.size(), 1), dates);
    }

    boolean has(int style) {
        return style >= 0 && style < count;
    }

    boolean isDate(int style) {
        return dates.get(style);
    }
}
