package id.jembatan.stage;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Transactions of H2 that are on the disk when they return. H2 writes a commit into its file, which is enough when the
 * process is killed, and leaves it to the system when that reaches the disk: a power cut would take back what the journal,
 * a reply or a batch already says.
 */
final class ForcedCommits extends DataSourceTransactionManager {

    private static final long serialVersionUID = 1L;

    ForcedCommits(DataSource source) {
        super(source);
    }

    /** Throws what a commit does of which nobody knows whether it took place. */
    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        super.doCommit(status);
        try (Statement statement =
                DataSourceUtils.getConnection(obtainDataSource()).createStatement()) {
            statement.execute("checkpoint sync");
        } catch (SQLException e) {
            throw new TransactionSystemException("Could not force the commit to the disk", e);
        }
    }
}
