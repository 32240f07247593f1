package id.jembatan.domain;

import java.util.List;

/** What the first pass over a whole drop found: sheets in the file's order. */
public record Survey(List<SheetSurvey> sheets) {

    public Survey {
        sheets = List.copyOf(sheets);
    }

    /** How many people's rows the drop has. */
    public long rows() {
        return sheets.stream().mapToLong(SheetSurvey::rows).sum();
    }

    /** Whether some sheet carries our JEMBATAN_REF column: the drop is a repaired list that we sent back before. */
    public boolean isRepaired() {
        return sheets.stream().anyMatch(sheet -> sheet.table()
                .filter(table -> table.has(Field.REPAIR_REF))
                .isPresent());
    }
}
