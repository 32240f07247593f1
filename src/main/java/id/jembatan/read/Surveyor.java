package id.jembatan.read;

import id.jembatan.domain.DropRefused;
import id.jembatan.domain.Field;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.RawRows;
import id.jembatan.domain.Sheet;
import id.jembatan.domain.SheetHabits;
import id.jembatan.domain.SheetSurvey;
import id.jembatan.domain.Survey;
import id.jembatan.domain.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The first pass over a drop: finds the table on each visible sheet and counts what is below its header (SPEC section 4,
 * "Finding the table"). Memory does not grow with the file. Stateless.
 */
public final class Surveyor {

    /**
     * Reads all rows, so that a file that is broken further down is told to be broken and nothing else.
     *
     * @param required fields that each table must have in exactly one column
     * @param watch sees the rows below each header, those too that turn out to be trailer
     * @throws DropRefused FILE_NO_HEADER, FILE_NO_ROWS, FILE_COLUMN_MISSING (details: the keys of all missing fields),
     *     FILE_COLUMN_TWICE (details: the field's key and the two columns), and what the rows themselves throw
     */
    public Survey survey(RawRows rows, ColumnNames names, Set<Field> required, SheetHabits.Watch watch) {
        List<SheetScan> scans = new ArrayList<>();
        Optional<List<String>> keys = rows.keys();
        for (Sheet sheet : rows.sheets()) {
            scans.add(keys.map(headers -> SheetScan.withKeys(sheet, headers, names, watch))
                    .orElseGet(() -> new SheetScan(sheet, names, watch)));
        }
        while (rows.hasNext()) {
            RawRow row = rows.next();
            SheetScan scan = scans.get(row.sheet());
            scan.passEmpty(rows.emptyLinesPassed());
            scan.see(row);
        }
        if (keys.filter(List::isEmpty).isPresent()) {
            throw new DropRefused(FindingCode.FILE_NO_ROWS);
        }
        Survey survey = new Survey(scans.stream().map(SheetScan::finish).toList());
        refuseUnusable(survey, required);
        return survey;
    }

    private static void refuseUnusable(Survey survey, Set<Field> required) {
        List<Table> tables = survey.sheets().stream()
                .map(SheetSurvey::table)
                .flatMap(Optional::stream)
                .toList();
        if (tables.isEmpty()) {
            throw new DropRefused(FindingCode.FILE_NO_HEADER);
        }
        if (survey.rows() == 0) {
            throw new DropRefused(FindingCode.FILE_NO_ROWS);
        }
        RequiredColumns.check(tables, required);
    }
}
