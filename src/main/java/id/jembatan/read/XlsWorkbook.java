package id.jembatan.read;

import id.jembatan.domain.DateSystem;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Limits;
import id.jembatan.domain.Sheet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.common.UnicodeString;

/** What an XLS workbook says of itself before its sheets begin ([MS-XLS] 2.1.7.20.1): read once, in file order. */
final class XlsWorkbook {

    private static final int BIFF8 = 0x0600;
    private static final int MOST_SHEETS = 10_000;
    /** A cell's style is a number of 16 bits. */
    private static final int MOST_STYLES = 65_536;
    /** The beginnings that Excel 2, 3 and 4 wrote. */
    private static final Set<Integer> OLDER_BEGINNINGS = Set.of(0x0009, 0x0209, 0x0409);

    private final Limits limits;
    private final SharedStrings strings;
    private final List<BoundSheetRecord> bound = new ArrayList<>();
    private final List<Integer> formats = new ArrayList<>();
    private final Map<Integer, Boolean> custom = new HashMap<>();
    private DateSystem dates = DateSystem.FROM_1900;

    private XlsWorkbook(Limits limits, Path temporary) {
        this.limits = limits;
        this.strings = new SharedStrings(temporary);
    }

    static XlsWorkbook read(BiffRecords records, Limits limits, Path temporary) {
        XlsWorkbook workbook = new XlsWorkbook(limits, temporary);
        try {
            workbook.begin(records);
            for (int sid = records.next(); sid != EOFRecord.sid; sid = records.next()) {
                workbook.see(sid, records);
            }
            workbook.proveSheets();
            return workbook;
        } catch (RuntimeException e) {
            workbook.strings.close();
            throw e;
        }
    }

    List<Sheet> sheets() {
        List<Sheet> sheets = new ArrayList<>();
        for (BoundSheetRecord sheet : bound) {
            boolean visible = !sheet.isHidden() && !sheet.isVeryHidden();
            sheets.add(new Sheet(sheets.size(), sheet.getSheetname(), visible, dates));
        }
        return sheets;
    }

    /** Where the sheet's records begin in the workbook's stream. */
    long position(int sheet) {
        return Integer.toUnsignedLong(bound.get(sheet).getPositionOfBof());
    }

    CellStyles styles() {
        return CellStyles.of(formats, custom);
    }

    SharedStrings strings() {
        return strings;
    }

    DateSystem dates() {
        return dates;
    }

    private void begin(BiffRecords records) {
        int sid = records.next();
        if (OLDER_BEGINNINGS.contains(sid)) {
            throw older();
        }
        if (sid != BOFRecord.sid) {
            throw BiffRecords.broken();
        }
        int version = records.read(BOFRecord::new).getVersion();
        if (version != BIFF8) {
            throw version > 0 && version < BIFF8 ? older() : BiffRecords.broken();
        }
    }

    private void see(int sid, BiffRecords records) {
        switch (sid) {
            case FilePassRecord.sid ->
                throw new DropRefused(FindingCode.FILE_ENCRYPTED, Format.ENCRYPTED_WORKBOOK.name());
            case BoundSheetRecord.sid -> {
                bound.add(records.read(BoundSheetRecord::new));
                if (bound.size() > MOST_SHEETS) {
                    throw new DropRefused(FindingCode.FILE_TOO_LARGE, "sheets", String.valueOf(MOST_SHEETS));
                }
            }
            case DateWindow1904Record.sid ->
                dates = records.read(DateWindow1904Record::new).getWindowing() == 1
                        ? DateSystem.FROM_1904
                        : DateSystem.FROM_1900;
            case FormatRecord.sid -> {
                FormatRecord format = records.read(FormatRecord::new);
                custom.put(format.getIndexCode(), DateFormats.isDate(format.getFormatString()));
            }
            case ExtendedFormatRecord.sid -> {
                formats.add(records.read(ExtendedFormatRecord::new).getFormatIndex() & 0xFFFF);
                if (formats.size() > MOST_STYLES) {
                    throw BiffRecords.broken();
                }
            }
            case SSTRecord.sid -> addStrings(records);
            default -> {
                // fonts, names, palettes: nothing that a cell says
            }
        }
    }

    /** Not through POI's own table, which is in memory as a whole. */
    private void addStrings(BiffRecords records) {
        int unique = records.read(table -> {
            table.readInt();
            return table.readInt();
        });
        for (int i = 0; i < unique && !records.read(XlsWorkbook::isOver); i++) {
            String text = records.read(table -> new UnicodeString(table).getString());
            if (text.length() > limits.cell()) {
                throw new DropRefused(FindingCode.FILE_TOO_LARGE, "cell", String.valueOf(limits.cell()));
            }
            strings.add(text);
        }
    }

    /** Some programs count more texts than they write; a cell that points to one of those is broken, the others are not. */
    private static boolean isOver(RecordInputStream table) {
        return table.remaining() == 0 && table.getNextSid() != ContinueRecord.sid;
    }

    /** No two sheets may be one: a small file could then be read without end. */
    private void proveSheets() {
        Set<Integer> positions = new HashSet<>();
        for (BoundSheetRecord sheet : bound) {
            if (!positions.add(sheet.getPositionOfBof())) {
                throw BiffRecords.broken();
            }
        }
    }

    private static DropRefused older() {
        return new DropRefused(FindingCode.FILE_FORMAT, Format.XLS_OLD.name());
    }
}
