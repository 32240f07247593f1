package id.jembatan.peers.camel;

import com.zaxxer.hikari.HikariDataSource;
import id.jembatan.peers.Phases;
import id.jembatan.peers.Work;
import id.jembatan.peers.rules.RowChecker;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Runs {@link ListRoutes} once. */
public final class PlainCamelPeer {

    /** The default, 1,000, would forget people: every NIK of the list has to be remembered, in memory. */
    private static final int MOST_PEOPLE = 20_000_000;

    private PlainCamelPeer() {}

    public static void run(Work work, Phases phases) throws Exception {
        try (HikariDataSource pool = new HikariDataSource();
                DefaultCamelContext context = new DefaultCamelContext()) {
            pool.setJdbcUrl(work.url());
            DatabasePopulatorUtils.execute(new ResourceDatabasePopulator(new ClassPathResource("tables.sql")), pool);
            context.getRegistry().bind("dataSource", pool);
            context.addRoutes(new ListRoutes(
                    work,
                    RowChecker.load(work.regions(), work.today()),
                    MemoryIdempotentRepository.memoryIdempotentRepository(MOST_PEOPLE)));
            context.start();
            phases.done("start");
            ProducerTemplate producer = context.createProducerTemplate();
            producer.requestBody("direct:read", "");
            phases.done("read");
            producer.requestBody("direct:send", "");
            phases.done("outbound");
        }
    }
}
