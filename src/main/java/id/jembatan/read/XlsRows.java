package id.jembatan.read;

import id.jembatan.domain.Limits;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.RawRows;
import id.jembatan.domain.Sheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The rows of all visible sheets of an XLS workbook, as they stand in it. Macros and formulas are never run. */
final class XlsRows implements RawRows {

    private final Path file;
    private final POIFSFileSystem container;
    private final XlsWorkbook workbook;
    private final CellStyles styles;
    private final List<Sheet> sheets;
    private final Limits limits;
    private int nextSheet;
    private Optional<XlsSheet> sheet = Optional.empty();
    private Optional<RawRow> ahead = Optional.empty();

    private XlsRows(Path file, POIFSFileSystem container, XlsWorkbook workbook, Limits limits) {
        this.file = file;
        this.container = container;
        this.workbook = workbook;
        this.styles = workbook.styles();
        this.sheets = List.copyOf(workbook.sheets());
        this.limits = limits;
    }

    static XlsRows open(Path file, Limits limits, Path temporary) throws IOException {
        POIFSFileSystem container = BiffRecords.decode(file, () -> new POIFSFileSystem(file.toFile(), true));
        try (BiffRecords records = BiffRecords.open(file, container.getRoot(), 0)) {
            return new XlsRows(file, container, XlsWorkbook.read(records, limits, temporary), limits);
        } catch (RuntimeException e) {
            container.close();
            throw e;
        }
    }

    @Override
    public List<Sheet> sheets() {
        return sheets;
    }

    @Override
    public boolean hasNext() {
        while (ahead.isEmpty()) {
            if (sheet.isPresent()) {
                ahead = sheet.get().next();
                if (ahead.isEmpty()) {
                    closeSheet();
                }
            } else if (nextSheet < sheets.size()) {
                openSheet(sheets.get(nextSheet++));
            } else {
                return false;
            }
        }
        return true;
    }

    @Override
    public RawRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        RawRow row = ahead.orElseThrow();
        ahead = Optional.empty();
        return row;
    }

    @Override
    public void close() throws IOException {
        try (container) {
            try {
                closeSheet();
            } finally {
                workbook.strings().close();
            }
        }
    }

    private void openSheet(Sheet next) {
        if (next.visible()) {
            BiffRecords records = BiffRecords.open(file, container.getRoot(), workbook.position(next.index()));
            try {
                sheet = Optional.of(new XlsSheet(next.index(), records, workbook, styles, limits));
            } catch (RuntimeException e) {
                records.close();
                throw e;
            }
        }
    }

    private void closeSheet() {
        sheet.ifPresent(XlsSheet::close);
        sheet = Optional.empty();
    }
}
