package id.jembatan.read;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.Cell;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.RawRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a cell says, in every form that programs write cells in. */
class CellsOfWorkbooksTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> aCellIsReadAsTheTableSays() throws IOException {
        return SpecTable.run("workbook-cells.yaml", this::read);
    }

    /** Each row's number and cells, with the kind of each that is filled. */
    private List<String> read(JsonNode given) {
        XlsxOf workbook = new XlsxOf();
        if (given.path("from1904").asBoolean()) {
            workbook.from1904();
        }
        if (given.has("strings")) {
            workbook.strings(given.get("strings").asText());
        }
        if (given.has("formats")) {
            workbook.styles(StreamSupport.stream(given.get("formats").spliterator(), false)
                    .map(JsonNode::asText)
                    .toArray(String[]::new));
        }
        String rows = given.has("rows")
                ? given.get("rows").asText()
                : "<row r='1'>" + given.get("cells").asText() + "</row>";
        List<String> read = new ArrayList<>();
        try (RawRows each = ReadRoom.open(workbook.sheet(rows).write(folder.resolve("sel.xlsx")))) {
            while (each.hasNext()) {
                each.next().cells().forEach(cell -> read.add(shown(cell)));
            }
        } catch (DropRefused e) {
            read.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    private static String shown(Cell cell) {
        return cell.text().isEmpty() ? "-" : cell.kind() + " " + cell.text();
    }
}
