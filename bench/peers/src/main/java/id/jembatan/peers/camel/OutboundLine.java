package id.jembatan.peers.camel;

import id.jembatan.peers.Outbound;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Handler;

/** The bean of a staged person: a line of the enrolment file. */
public final class OutboundLine {

    @Handler
    public String write(@Body Map<String, Object> row, @ExchangeProperty(Exchange.SPLIT_INDEX) int index) {
        LocalDate birth = ((Date) row.get("birth_date")).toLocalDate();
        return Outbound.line(
                index + 1,
                birth,
                List.of(
                        row.get("nik").toString(),
                        text(row, "name"),
                        text(row, "birth_place"),
                        text(row, "sex"),
                        text(row, "address"),
                        text(row, "village"),
                        text(row, "district"),
                        text(row, "occupation"),
                        text(row, "phone"),
                        text(row, "mother_name")));
    }

    private static String text(Map<String, Object> row, String column) {
        return (String) row.get(column);
    }
}
