package id.jembatan.pipeline;

import id.jembatan.domain.Chunk;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Programme;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.RowOutcome;
import id.jembatan.stage.RowShelf;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * How many rows of a list that came before would be judged otherwise now. A row that is one by the rules of only one of the
 * two times is among them, and every row is where the file would now be refused.
 */
final class JudgedOtherwise {

    private final OutcomePass pass;
    private final RowShelf rows;

    JudgedOtherwise(OutcomePass pass, RowShelf rows) {
        this.pass = pass;
        this.rows = rows;
    }

    /**
     * Counts them.
     *
     * @param told the list as it was judged
     * @param now the rules to hold it against, and the programme in them
     */
    long count(LoggedDrop told, RuleSet now, Programme programme, LocalDate day) {
        try {
            SurveyedDrop list = pass.survey(told.receipt(), now, programme, day);
            return rows.withOutcomes(told.receipt().number(), told.sheets(), outcomes -> {
                try (SurveyedDrop.Chunks chunks = list.chunks()) {
                    return count(list, chunks, new Then(outcomes, told.sheets()));
                }
            });
        } catch (DropRefused refused) {
            return told.outcomes().read();
        }
    }

    private static long count(SurveyedDrop list, SurveyedDrop.Chunks chunks, Then then) {
        long otherwise = 0;
        while (chunks.hasNext()) {
            Chunk chunk = chunks.next();
            RowJudge judge = list.judgeOf(chunk);
            for (RawRow row : chunk.rows()) {
                otherwise += then.skipTo(row);
                boolean same = then.takeAt(row)
                        .filter(was -> RowJudge.codes(judge.findings(row)).equals(withoutRegister(was.codes())))
                        .isPresent();
                if (!same) {
                    otherwise++;
                }
            }
        }
        return otherwise + then.skipAll();
    }

    /** What the rules said of the row alone; what the register knows is asked of it once. */
    private static List<FindingCode> withoutRegister(List<FindingCode> codes) {
        return codes.stream().filter(code -> !code.isOfRegister()).toList();
    }

    /** The rows as they were, in file order. */
    private static final class Then {

        private final Iterator<RowOutcome> outcomes;
        private final List<String> sheets;
        private Optional<RowOutcome> next;

        Then(Iterator<RowOutcome> outcomes, List<String> sheets) {
            this.outcomes = outcomes;
            this.sheets = sheets;
            this.next = advance();
        }

        private Optional<RowOutcome> advance() {
            return outcomes.hasNext() ? Optional.of(outcomes.next()) : Optional.empty();
        }

        /** How many of them stood before that row and are passed by. */
        long skipTo(RawRow row) {
            long skipped = 0;
            while (next.filter(was -> compare(was, row) < 0).isPresent()) {
                next = advance();
                skipped++;
            }
            return skipped;
        }

        Optional<RowOutcome> takeAt(RawRow row) {
            Optional<RowOutcome> found = next.filter(was -> compare(was, row) == 0);
            if (found.isPresent()) {
                next = advance();
            }
            return found;
        }

        long skipAll() {
            long skipped = 0;
            for (; next.isPresent(); next = advance()) {
                skipped++;
            }
            return skipped;
        }

        private int compare(RowOutcome was, RawRow row) {
            int bySheet = Integer.compare(sheets.indexOf(was.place().sheet()), row.sheet());
            return bySheet != 0 ? bySheet : Integer.compare(was.place().row(), row.row());
        }
    }
}
