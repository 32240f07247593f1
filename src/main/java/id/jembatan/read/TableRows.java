package id.jembatan.read;

import id.jembatan.domain.Chunk;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.RawRows;
import id.jembatan.domain.SheetSurvey;
import id.jembatan.domain.Survey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A second pass over a surveyed drop: people's rows only, in chunks of one sheet each. Whoever opened the rows closes
 * them.
 *
 * <p>{@code hasNext} and {@code next} throw {@link IllegalStateException} when the rows are not those that were surveyed:
 * a fault, since an archived file never changes.
 */
public final class TableRows implements Iterator<Chunk> {

    public static final int USUAL_SIZE = 4_000;
    /** Cells and characters of a chunk, above which it ends early: rows may be as wide and as long as the limits allow. */
    private static final long HEAVY = 4_000_000;

    private final RawRows rows;
    private final Survey survey;
    private final int size;
    private final List<Optional<TableLines>> lines = new ArrayList<>();
    private Optional<RawRow> ahead = Optional.empty();
    private long given;

    public TableRows(RawRows rows, Survey survey, ColumnNames names) {
        this(rows, survey, names, USUAL_SIZE);
    }

    /**
     * @param names the same that the survey was made with
     * @param size rows of a chunk at most
     */
    public TableRows(RawRows rows, Survey survey, ColumnNames names, int size) {
        this.rows = rows;
        this.survey = survey;
        this.size = size;
        for (SheetSurvey sheet : survey.sheets()) {
            lines.add(sheet.table().map(table -> new TableLines(table, names)));
        }
    }

    @Override
    public boolean hasNext() {
        if (ahead.isEmpty()) {
            ahead = findPerson();
            if (ahead.isEmpty() && given != survey.rows()) {
                throw new IllegalStateException("second pass: expected " + survey.rows() + " rows, found " + given);
            }
        }
        return ahead.isPresent();
    }

    @Override
    public Chunk next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int sheet = ahead.orElseThrow().sheet();
        List<RawRow> people = new ArrayList<>();
        long weight = 0;
        while (people.size() < size
                && weight < HEAVY
                && ahead.filter(row -> row.sheet() == sheet).isPresent()) {
            people.add(ahead.orElseThrow());
            weight += ahead.orElseThrow().weight();
            ahead = findPerson();
        }
        Chunk chunk = new Chunk(survey.sheets().get(sheet), given + 1, people);
        given += people.size();
        return chunk;
    }

    private Optional<RawRow> findPerson() {
        while (rows.hasNext()) {
            RawRow row = rows.next();
            SheetSurvey sheet = survey.sheets().get(row.sheet());
            Optional<TableLines> table = lines.get(row.sheet());
            if (table.isPresent()
                    && row.row() > sheet.table().orElseThrow().headerRow()
                    && row.row() <= sheet.lastRow()
                    && table.get().kind(row) == TableLines.Kind.PERSON) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
