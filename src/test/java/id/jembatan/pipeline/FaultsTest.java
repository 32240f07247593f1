package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.h2.jdbc.JdbcSQLNonTransientException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** H2 has one code for whatever it did not expect, a file that is damaged and a disk that is full among it. */
    @ParameterizedTest
    @CsvSource({
        "No space left on device, 'JdbcSQLNonTransientException 50000, the disk is full'",
        "Input/output error, 'JdbcSQLNonTransientException 50000, the disk fails'",
        "Read-only file system, 'JdbcSQLNonTransientException 50000, the disk only reads'"
    })
    void aDiskUnderTheRegisterStopsTheLineAndTheRegisterIsNotCalledDamaged(String said, String told) {
        Throwable fault = ofH2(DataUtils.newMVStoreException(2, "Writing failed", new IOException(said)));

        assertTrue(Faults.isOfTheLine(fault));
        assertTrue(Faults.isOfTheDisk(fault));
        assertFalse(Faults.isDamagedRegister(fault));
        assertEquals(told, Faults.kindOf(fault));
    }

    @Test
    void aFileThatH2CannotReadIsCalledDamaged() {
        assertTrue(Faults.isDamagedRegister(ofH2(DataUtils.newMVStoreException(6, "File corrupted"))));
        assertTrue(
                Faults.isDamagedRegister(ofH2(DataUtils.newMVStoreException(1, "Reading failed", new EOFException()))));
    }

    /** What lies on a bad block is one list's; no room is everybody's. */
    @Test
    void aDiskThatFailsUnderOneFileIsOneDrops() {
        assertFalse(Faults.isOfTheLine(new UncheckedIOException(new IOException("Input/output error"))));
        assertTrue(Faults.isOfTheLine(new UncheckedIOException(new IOException("No space left on device"))));
        assertEquals("IOException, the disk is full", Faults.kindOf(new IOException("No space left on device")));
    }

    private static Throwable ofH2(MVStoreException cause) {
        return new UncategorizedSQLException(
                "wrapped", null, new JdbcSQLNonTransientException("General error", null, "50000", 50_000, cause, null));
    }

    @Test
    void theFaultBehindABatchCounts() {
        BatchUpdateException batch = new BatchUpdateException();
        batch.setNextException(new PSQLException("gone", PSQLState.CONNECTION_FAILURE));

        assertTrue(Faults.isOfTheLine(new DataAccessResourceFailureException("wrapped", batch)));
    }
}
