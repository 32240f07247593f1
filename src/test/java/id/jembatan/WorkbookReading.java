package id.jembatan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads a reply's workbook as text. */
final class WorkbookReading {

    private WorkbookReading() {}

    /** One sheet; its rows can be written into. */
    record Sheet(String name, List<List<String>> rows) {}

    static List<Sheet> read(Path file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            List<Sheet> sheets = new ArrayList<>();
            for (org.dhatim.fastexcel.reader.Sheet sheet : workbook.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    sheets.add(new Sheet(
                            sheet.getName(),
                            new ArrayList<>(rows.map(WorkbookReading::texts).toList())));
                }
            }
            return sheets;
        }
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (Cell cell : row) {
            texts.add(cell == null ? "" : text(cell));
        }
        return texts;
    }

    /** What is no text cell is marked, because every cell of ours must be one. */
    private static String text(Cell cell) {
        return cell.getType() == CellType.STRING || cell.getType() == CellType.EMPTY
                ? cell.getText()
                : "!" + cell.getType() + " " + cell.getRawValue();
    }

    /** Tab separated, so that a difference can be read. */
    static String dump(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Sheet sheet : read(file)) {
            text.append("# ").append(sheet.name()).append('\n');
            for (List<String> row : sheet.rows()) {
                text.append(String.join("\t", row)
                                .replace("\\", "\\\\")
                                .replace("\r", "\\r")
                                .replace("\n", "\\n"))
                        .append('\n');
            }
        }
        return text.toString();
    }
}
