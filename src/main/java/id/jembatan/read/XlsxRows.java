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

/** The rows of all visible sheets of a workbook, as they stand in it; rows that it leaves out are not made up. */
final class XlsxRows implements RawRows {

    private final XlsxPackage pack;
    private final Workbook workbook;
    private final Limits limits;
    private int nextSheet;
    private Optional<SheetRows> sheet = Optional.empty();
    private Optional<RawRow> ahead = Optional.empty();

    private XlsxRows(XlsxPackage pack, Workbook workbook, Limits limits) {
        this.pack = pack;
        this.workbook = workbook;
        this.limits = limits;
    }

    static XlsxRows open(Path file, Limits limits, Path temporary) throws IOException {
        XlsxPackage pack = XlsxPackage.open(file, limits);
        try {
            return new XlsxRows(pack, Workbook.read(pack, temporary), limits);
        } catch (RuntimeException e) {
            pack.close();
            throw e;
        }
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(workbook.sheets());
    }

    @Override
    public boolean hasNext() {
        while (ahead.isEmpty()) {
            if (sheet.isPresent()) {
                ahead = sheet.get().next();
                if (ahead.isEmpty()) {
                    closeSheet();
                }
            } else if (nextSheet < workbook.sheets().size()) {
                openSheet(workbook.sheets().get(nextSheet), workbook.parts().get(nextSheet));
                nextSheet++;
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
        try (pack) {
            try {
                closeSheet();
            } finally {
                workbook.strings().close();
            }
        }
    }

    private void openSheet(Sheet next, String part) {
        if (next.visible() && !part.equals(Workbook.NO_PART)) {
            sheet = Optional.of(new SheetRows(next.index(), pack.open(part), workbook, limits, next.dates()));
        }
    }

    private void closeSheet() {
        sheet.ifPresent(SheetRows::close);
        sheet = Optional.empty();
    }
}
