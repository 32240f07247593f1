package id.jembatan.peers.camel;

import id.jembatan.peers.rules.CheckedRow;
import id.jembatan.peers.rules.ListedRow;
import id.jembatan.peers.rules.RowChecker;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Handler;

/** The bean of a line: what camel-csv made of it, checked. */
public final class RowReader {

    private static final int LINES_BEFORE = 2;

    private final RowChecker checker;

    RowReader(RowChecker checker) {
        this.checker = checker;
    }

    @Handler
    public CheckedRow read(@Body List<List<String>> lines, @ExchangeProperty(Exchange.SPLIT_INDEX) int index) {
        List<String> cells = lines.get(0);
        return checker.check(new ListedRow(
                index + LINES_BEFORE,
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                cells.get(5),
                cells.get(6),
                cells.get(7),
                cells.get(8),
                cells.get(9),
                cells.get(10),
                cells.get(11),
                cells.get(12),
                cells.get(13)));
    }
}
