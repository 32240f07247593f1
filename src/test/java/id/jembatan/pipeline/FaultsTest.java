package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.UncategorizedSQLException;

class FaultsTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "57P01", "57P03", "53100", "53300", "40001", "40P01", "25006"})
    void aDatabaseThatCannotWorkNowStopsTheLine(String state) {
        SQLException fault = new SQLException("of the database", state);

        assertTrue(Faults.isOfTheLine(new UncategorizedSQLException("wrapped", null, fault)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22021", "42601", "57014"})
    void aStatementThatOneDropMakesImpossibleDoesNot(String state) {
        assertFalse(Faults.isOfTheLine(new UncategorizedSQLException("wrapped", null, new SQLException("", state))));
    }

    @Test
    void theFaultBehindABatchCounts() {
        BatchUpdateException batch = new BatchUpdateException();
        batch.setNextException(new PSQLException("gone", PSQLState.CONNECTION_FAILURE));

        assertTrue(Faults.isOfTheLine(new DataAccessResourceFailureException("wrapped", batch)));
    }
}
