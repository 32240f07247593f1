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
 * Tells the delimiter from the header line: the one by which the most columns are recognised. A title above the header
 * may hold more commas than the header holds semicolons, so counting decides only where no header is recognised.
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
        Score bestScore = new Score(0, 0);
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
                    return new Score(recognised(header.get()), 0);
                }
                filled += filled(row) - 1;
            }
        } catch (DropRefused e) {
            // by this delimiter the first lines cannot be read; if by no other either, reading the drop will say so
            return new Score(0, filled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Score(0, filled);
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
     * @param filled cells beyond the first of each line, where there is no header
     */
    private record Score(long recognised, long filled) {

        boolean beats(Score other) {
            return recognised > other.recognised || (recognised == other.recognised && filled > other.filled);
        }
    }
}
