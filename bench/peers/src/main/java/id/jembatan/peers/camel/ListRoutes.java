package id.jembatan.peers.camel;

import id.jembatan.peers.Outbound;
import id.jembatan.peers.Work;
import id.jembatan.peers.rules.RowChecker;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.dataformat.csv.CsvDataFormat;
import org.apache.camel.spi.IdempotentRepository;

/** A row is an exchange. */
final class ListRoutes extends RouteBuilder {

    private static final String INSERT = "sql:insert into worker values (:#${body.nik}, :#${body.row}, :#${body.name},"
            + " :#${body.birthPlace}, :#${body.birthDate}, :#${body.sex}, :#${body.address}, :#${body.village},"
            + " :#${body.district}, :#${body.occupation}, :#${body.phone}, :#${body.motherName})";

    private final Work work;
    private final RowChecker checker;
    private final IdempotentRepository seen;

    ListRoutes(Work work, RowChecker checker, IdempotentRepository seen) {
        this.work = work;
        this.checker = checker;
        this.seen = seen;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        CsvDataFormat csv = new CsvDataFormat();
        csv.setDelimiter(work.delimiter());
        String appended = "file:" + work.out() + "?fileExist=Append&appendChars=\\n&fileName=";

        from("direct:read")
                .setBody(constant("row,outcome,codes"))
                .to(appended + "rows.csv")
                .setBody(constant(work.list().toFile()))
                .split(body().tokenize("\n", 1, true))
                .streaming()
                .stopOnException()
                .unmarshal(csv)
                .bean(new RowReader(checker))
                .choice()
                .when(simple("${body.isRejected}"))
                .setBody(simple("${body.row},REJECTED,${body.codes}"))
                .otherwise()
                .idempotentConsumer(simple("${body.nik}"), seen)
                .skipDuplicate(false)
                .choice()
                .when(exchangeProperty(Exchange.DUPLICATE_MESSAGE).isEqualTo(true))
                .setBody(simple("${body.row},DUPLICATE,"))
                .otherwise()
                .to(INSERT)
                .setBody(simple("${body.row},ACCEPTED,"))
                .end()
                .end()
                .end()
                .to(appended + "rows.csv");

        from("direct:send")
                .setBody(constant(Outbound.HEADER))
                .to(appended + "outbound.csv")
                .to("sql:" + Outbound.QUERY.replace('\n', ' ') + "?outputType=StreamList")
                .split(body())
                .streaming()
                .stopOnException()
                .bean(OutboundLine.class)
                .to(appended + "outbound.csv");
    }
}
