package id.jembatan.read;

import id.jembatan.domain.Cell;
import id.jembatan.domain.Column;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.Limits;
import id.jembatan.domain.RawRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tells the delimiter from the header line: the one by which the most columns are recognised. Where no header is
 * recognised, it is one by which the first lines cannot be read, so that reading says what is wrong with them: an open quote
 * may have swallowed the header. A title above the header may hold more commas than the header holds semicolons, so counting
 * decides last.
 */
final class DelimiterChoice {

    private static final char[] KNOWN = {',', ';', '\t', '|'};

    private final CsvParsing parsing;
    private final Limits limits;
    private final ColumnNames names;

    DelimiterChoice(CsvParsing parsing, Limits limits, ColumnNames names) {
        this.parsing = parsing;
        this.limits = limits;
        this.names = names;
    }

    CsvText choose(Path file, TextScan scan) {
        CsvText best = CsvText.plain(file, scan, KNOWN[0]);
        Score bestScore = new Score(0, false, 0);
        for (char delimiter : KNOWN) {
            CsvText candidate = CsvText.plain(file, scan, delimiter);
            Score score = score(candidate);
            if (score.beats(bestScore)) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private Score score(CsvText candidate) {
        HeaderSearch search = new HeaderSearch(names);
        long filled = 0;
        try (CsvRows rows = new CsvRows(candidate, parsing, limits)) {
            while (!search.isOver() && rows.hasNext()) {
                RawRow row = rows.next();
                Optional<List<Column>> header = search.see(row);
                if (header.isPresent()) {
                    return new Score(recognised(header.get()), false, 0);
                }
                filled += filled(row) - 1;
            }
        } catch (DropRefused e) {
            return new Score(0, true, filled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Score(0, false, filled);
    }

    private static long recognised(List<Column> header) {
        return header.stream().filter(column -> column.field().isPresent()).count();
    }

    private static int filled(RawRow row) {
        int filled = 0;
        for (Cell cell : row.cells()) {
            filled += cell.isBlank() ? 0 : 1;
        }
        return filled;
    }

    /**
     * How well a delimiter fits.
     *
     * @param recognised columns of the header
     * @param refused whether the lines up to the header cannot be read
     * @param filled cells beyond the first of each line, where there is no header
     */
    private record Score(long recognised, boolean refused, long filled) {

        boolean beats(Score other) {
            if (recognised != other.recognised) {
                return recognised > other.recognised;
            }
            return refused == other.refused ? filled > other.filled : refused;
        }
    }
}
