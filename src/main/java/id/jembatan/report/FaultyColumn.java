package id.jembatan.report;

import id.jembatan.domain.Column;
import id.jembatan.domain.Field;
import id.jembatan.domain.Finding;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.Table;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Where a fault of a field stands: in its own column, or in the column that holds two fields at once. */
final class FaultyColumn {

    private FaultyColumn() {}

    static Optional<Column> find(Table table, RawRow row, Field field) {
        return table.findColumn(field, row).or(() -> joined(field).flatMap(joined -> table.findColumn(joined, row)));
    }

    /** The column of a finding, from 0; of a shifted row, the first filled cell beyond the last header column. */
    static OptionalInt index(Table table, RawRow row, Finding finding) {
        if (finding.code() == FindingCode.ROW_SHIFTED) {
            return IntStream.range(table.columns().size(), row.cells().size())
                    .filter(column -> !row.cell(column).isBlank())
                    .findFirst();
        }
        return find(table, row, finding.field())
                .map(column -> OptionalInt.of(column.index()))
                .orElse(OptionalInt.empty());
    }

    /** The field whose column also holds this one. */
    static Optional<Field> joined(Field field) {
        return switch (field) {
            case BIRTH_PLACE, BIRTH_DATE -> Optional.of(Field.BIRTH_PLACE_DATE);
            case RT, RW -> Optional.of(Field.RT_RW);
            default -> Optional.empty();
        };
    }
}
