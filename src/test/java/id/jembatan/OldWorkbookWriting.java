package id.jembatan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.WriteAccessRecord;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;

/** Writes what {@link WorkbookWriting} writes as a workbook of Excel 97; its bytes are the same on every machine. */
final class OldWorkbookWriting {

    private static final short DAY_MONTH_YEAR = 14;

    private final HSSFWorkbook workbook;
    private final CellStyle date;

    private OldWorkbookWriting(HSSFWorkbook workbook) {
        this.workbook = workbook;
        this.date = workbook.createCellStyle();
        this.date.setDataFormat(DAY_MONTH_YEAR);
    }

    static byte[] of(JsonNode told) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (Record record : workbook.getInternalWorkbook().getRecords()) {
                if (record instanceof WriteAccessRecord writer) {
                    writer.setUsername("Jembatan");
                } else if (record instanceof DateWindow1904Record system) {
                    system.setWindowing((short) (told.path("date1904").asBoolean() ? 1 : 0));
                }
            }
            OldWorkbookWriting writing = new OldWorkbookWriting(workbook);
            told.get("sheets").forEach(writing::sheet);
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private void sheet(JsonNode told) {
        HSSFSheet sheet = workbook.createSheet(told.get("name").asText());
        workbook.setSheetHidden(
                workbook.getSheetIndex(sheet), told.path("hidden").asBoolean());
        int number = 0;
        for (JsonNode row : told.path("rows")) {
            number = row.path("at").asInt(number + 1);
            row(sheet.createRow(number - 1), row);
        }
        told.path("merged").forEach(range -> sheet.addMergedRegion(CellRangeAddress.valueOf(range.asText())));
    }

    private void row(HSSFRow row, JsonNode told) {
        row.setZeroHeight(told.path("hidden").asBoolean());
        int column = 0;
        for (JsonNode cell : told.isArray() ? told : told.get("cells")) {
            if (!cell.isNull()) {
                cell(row.createCell(column), cell);
            }
            column++;
        }
    }

    private void cell(HSSFCell cell, JsonNode told) {
        if (told.has("formula")) {
            cell.setCellFormula(told.get("formula").asText());
        }
        if (told.has("number")) {
            cell.setCellValue(told.get("number").asDouble());
        } else if (told.has("date")) {
            cell.setCellValue(LocalDate.parse(told.get("date").asText()));
            cell.setCellStyle(date);
        } else {
            cell.setCellValue(told.path("text").asText(told.asText()));
        }
    }
}
