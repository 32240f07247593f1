package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.stage.Register;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a transaction of the embedded register did is on the disk when it returns, and not only in the system's memory. */
class CommitsOutliveAPowerCutTest {

    private static final String OPTIONS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    @TempDir
    Path folder;

    @Test
    void eachTransactionIsThereAfterAPowerCutBehindIt() throws Exception {
        ForcedDisk.register();
        Path file = folder.resolve("register");
        try (Register register = Register.open("jdbc:h2:forced:" + file + OPTIONS, "jembatan", "", 3)) {
            for (int i = 1; i <= 5; i++) {
                raiseReceipts(register);
                assertEquals(i, receiptsAfterAPowerCut(file, i));
            }
        }
    }

    private static void raiseReceipts(Register register) {
        JdbcTemplate jdbc = new JdbcTemplate(register.dataSource());
        register.inTransaction(
                () -> jdbc.update("update counter set last_given = last_given + 1 where name = 'receipt'"));
    }

    private long receiptsAfterAPowerCut(Path file, int cut) throws Exception {
        Path survived = folder.resolve("survived-" + cut);
        Files.copy(Path.of(file + ".mv.db" + ForcedDisk.FORCED), Path.of(survived + ".mv.db"));
        try (Register register = Register.open("jdbc:h2:file:" + survived + OPTIONS, "jembatan", "", 2)) {
            return Objects.requireNonNull(new JdbcTemplate(register.dataSource())
                    .queryForObject("select last_given from counter where name = 'receipt'", Long.class));
        }
    }
}
