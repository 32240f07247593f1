package id.jembatan.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** A workbook of Excel 97 to 2003, which is in memory until it is written: such a sheet holds 65,536 rows at most. */
final class XlsListWriter implements ListWriter {

    @Override
    public void write(Path file, ListStyle style, Iterator<ListRow> rows) throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("dd-mm-yyyy"));
            Sheet sheet = book.createSheet("Lembar1");
            Row header = sheet.createRow(0);
            for (int i = 0; i < style.columns().size(); i++) {
                header.createCell(i).setCellValue(style.columns().get(i).header());
            }
            int line = 1;
            while (rows.hasNext()) {
                writeRow(sheet.createRow(line++), rows.next(), date);
            }
            book.write(out);
        }
    }

    private static void writeRow(Row line, ListRow row, CellStyle date) {
        for (int column = 0; column < row.cells().size(); column++) {
            int at = column;
            row.cells()
                    .get(column)
                    .hand(
                            text -> line.createCell(at).setCellValue(text),
                            number -> line.createCell(at).setCellValue((double) number),
                            day -> {
                                line.createCell(at).setCellValue(day);
                                line.getCell(at).setCellStyle(date);
                            });
        }
    }
}
