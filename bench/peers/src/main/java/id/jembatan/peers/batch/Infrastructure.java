package id.jembatan.peers.batch;

import com.zaxxer.hikari.HikariDataSource;
import id.jembatan.peers.Work;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Pool, transactions, and the tables of Spring Batch and of the job. */
@Configuration
@EnableBatchProcessing
class Infrastructure {

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Work work) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(work.url());
        String database = work.url().startsWith("jdbc:h2:") ? "h2" : "postgresql";
        DatabasePopulatorUtils.execute(
                new ResourceDatabasePopulator(
                        new ClassPathResource("org/springframework/batch/core/schema-" + database + ".sql"),
                        new ClassPathResource("tables.sql")),
                pool);
        return pool;
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }
}
