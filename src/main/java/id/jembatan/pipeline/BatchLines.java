package id.jembatan.pipeline;

import id.jembatan.domain.Contributions;
import id.jembatan.domain.EnrolmentLine;
import id.jembatan.domain.Programme;
import id.jembatan.stage.EnrolmentShelf;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;

/** What each line of a batch costs, by the rates and from the batch's day to the programme's end. */
final class BatchLines {

    private final Contributions contributions;
    private final Programme programme;
    private final YearMonth first;
    private final YearMonth last;

    BatchLines(Contributions contributions, Programme programme, LocalDate day) {
        YearMonth month = YearMonth.from(day);
        this.contributions = contributions;
        this.programme = programme;
        this.first = month.isBefore(programme.start()) ? programme.start() : month;
        this.last = programme.endOn(day);
    }

    Iterator<EnrolmentLine> of(Iterator<EnrolmentShelf.Line> lines) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public EnrolmentLine next() {
                return reckoned(lines.next());
            }
        };
    }

    /** Nothing more is to be paid for who has ended. */
    EnrolmentLine reckoned(EnrolmentShelf.Line line) {
        YearMonth paidTo = line.ending().isPresent() ? first.minusMonths(1) : last;
        return new EnrolmentLine(
                line.number(),
                line.worker(),
                line.base(),
                contributions.monthly(programme, line.base(), first),
                (int) first.until(paidTo.plusMonths(1), ChronoUnit.MONTHS),
                contributions.over(programme, line.base(), first, paidTo).total(),
                line.ending(),
                line.ref());
    }
}
