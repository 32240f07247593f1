package id.jembatan.peers.batch;

import id.jembatan.peers.Outbound;
import id.jembatan.peers.Phases;
import id.jembatan.peers.Work;
import id.jembatan.peers.rules.CheckedRow;
import id.jembatan.peers.rules.ListedRow;
import id.jembatan.peers.rules.RowChecker;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.StepExecutionListener;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.database.JdbcBatchItemWriter;
import org.springframework.batch.item.database.JdbcCursorItemReader;
import org.springframework.batch.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.batch.item.file.FlatFileItemReader;
import org.springframework.batch.item.file.FlatFileItemWriter;
import org.springframework.batch.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.item.file.builder.FlatFileItemWriterBuilder;
import org.springframework.batch.item.file.transform.DelimitedLineTokenizer;
import org.springframework.batch.item.file.transform.FieldSet;
import org.springframework.batch.item.file.transform.PassThroughLineAggregator;
import org.springframework.batch.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.PlatformTransactionManager;

/** The list in four steps, each of which can be started again: read and check, keep one row a NIK, outcomes, outbound. */
@Configuration
class ListJob {

    private static final int CHUNK = 5_000;

    private static final String KEEP_FIRST_ROWS = """
            insert into worker (nik, row_no, name, birth_place, birth_date, sex, address, village, district, occupation, phone,
              mother_name)
            select r.nik, r.row_no, name, birth_place, birth_date, sex, address, village, district, occupation, phone, mother_name
            from (select min(row_no) as row_no from checked_row where codes = '' group by nik) first_row
            join checked_row r on r.row_no = first_row.row_no""";

    private static final String OUTCOMES = """
            select r.row_no, r.codes, w.row_no as first_row
            from checked_row r left join worker w on w.nik = r.nik and r.codes = ''
            order by r.row_no""";

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final StepExecutionListener timing;

    ListJob(JobRepository repository, PlatformTransactionManager transactions, Phases phases) {
        this.repository = repository;
        this.transactions = transactions;
        this.timing = new StepExecutionListener() {
            @Override
            public ExitStatus afterStep(StepExecution step) {
                phases.done(step.getStepName());
                return step.getExitStatus();
            }
        };
    }

    @Bean
    Job list(Work work, DataSource dataSource) throws IOException {
        return new JobBuilder("list", repository)
                .start(readAndCheck(work, dataSource))
                .next(keepFirstRows(new JdbcTemplate(dataSource)))
                .next(write(
                        "outcomes",
                        dataSource,
                        OUTCOMES,
                        (row, n) -> outcome(row.getLong(1), row.getString(2), row.getLong(3)),
                        work.rows(),
                        "row,outcome,codes,ref"))
                .next(write(
                        "outbound",
                        dataSource,
                        Outbound.QUERY,
                        (row, n) -> Outbound.line(row, n),
                        work.outbound(),
                        Outbound.HEADER))
                .build();
    }

    private Step readAndCheck(Work work, DataSource dataSource) throws IOException {
        RowChecker checker = RowChecker.load(work.regions(), work.today());
        return new StepBuilder("read", repository)
                .<ListedRow, CheckedRow>chunk(CHUNK, transactions)
                .reader(reader(work))
                .processor(checker::check)
                .writer(writer(dataSource))
                .listener(timing)
                .build();
    }

    private static FlatFileItemReader<ListedRow> reader(Work work) {
        DelimitedLineTokenizer tokenizer = new DelimitedLineTokenizer(String.valueOf(work.delimiter()));
        return new FlatFileItemReaderBuilder<ListedRow>()
                .name("list")
                .resource(new FileSystemResource(work.list()))
                .linesToSkip(1)
                .lineMapper((line, number) -> listed(number, tokenizer.tokenize(line)))
                .build();
    }

    private static ListedRow listed(int line, FieldSet cells) {
        return new ListedRow(
                line,
                cells.readRawString(0),
                cells.readRawString(1),
                cells.readRawString(2),
                cells.readRawString(3),
                cells.readRawString(4),
                cells.readRawString(5),
                cells.readRawString(6),
                cells.readRawString(7),
                cells.readRawString(8),
                cells.readRawString(9),
                cells.readRawString(10),
                cells.readRawString(11),
                cells.readRawString(12),
                cells.readRawString(13));
    }

    private static JdbcBatchItemWriter<CheckedRow> writer(DataSource dataSource) {
        JdbcBatchItemWriter<CheckedRow> writer = new JdbcBatchItemWriterBuilder<CheckedRow>()
                .dataSource(dataSource)
                .sql("insert into checked_row values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .itemPreparedStatementSetter((row, statement) -> {
                    statement.setLong(1, row.row());
                    statement.setLong(2, row.nik());
                    statement.setString(3, row.name());
                    statement.setString(4, row.birthPlace());
                    statement.setObject(5, row.birthDate());
                    statement.setString(6, row.sex());
                    statement.setString(7, row.address());
                    statement.setString(8, row.village());
                    statement.setString(9, row.district());
                    statement.setString(10, row.occupation());
                    statement.setString(11, row.phone());
                    statement.setString(12, row.motherName());
                    statement.setString(13, row.codes());
                })
                .build();
        writer.afterPropertiesSet();
        return writer;
    }

    private Step keepFirstRows(JdbcTemplate sql) {
        return new StepBuilder("dedup", repository)
                .tasklet(
                        (contribution, context) -> {
                            sql.update(KEEP_FIRST_ROWS);
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .listener(timing)
                .build();
    }

    private Step write(
            String name, DataSource dataSource, String query, RowMapper<String> line, Path file, String header) {
        JdbcCursorItemReader<String> reader = new JdbcCursorItemReaderBuilder<String>()
                .name(name)
                .dataSource(dataSource)
                .sql(query)
                .rowMapper(line)
                .fetchSize(CHUNK)
                .build();
        FlatFileItemWriter<String> writer = new FlatFileItemWriterBuilder<String>()
                .name(name)
                .resource(new FileSystemResource(file))
                .headerCallback(out -> out.write(header))
                .lineAggregator(new PassThroughLineAggregator<>())
                .build();
        return new StepBuilder(name, repository)
                .<String, String>chunk(CHUNK, transactions)
                .reader(reader)
                .writer(writer)
                .listener(timing)
                .build();
    }

    private static String outcome(long row, String codes, long firstRow) {
        if (!codes.isEmpty()) {
            return row + ",REJECTED," + codes + ",";
        }
        return row == firstRow ? row + ",ACCEPTED,," : row + ",DUPLICATE,," + firstRow;
    }
}
