package id.jembatan.domain;

import java.util.List;

/**
 * Some thousand people's rows of one sheet: what one exchange carries.
 *
 * @param firstPosition the first row's place among all rows of the drop, from 1; the others follow without a gap
 */
public record Chunk(SheetSurvey sheet, long firstPosition, List<RawRow> rows) {}
