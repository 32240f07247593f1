package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.OperatorNeeded;
import id.jembatan.register.Database;
import id.jembatan.stage.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A register of each earlier schema, with the people, lists and batches that it could hold: opened by today's program it
 * keeps every value, and the work goes on with it as with one that has had today's schema always.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarlierSchemasTest {

    private static final String HEADER = "NIK,NAMA,TANGGAL LAHIR\n";

    /** Those that name others come later. */
    private static final List<String> TABLES = List.of(
            "counter",
            "programme",
            "drop_log",
            "drop_row",
            "row_outcome",
            "entry",
            "likeness",
            "look_alike",
            "review",
            "review_row",
            "batch",
            "batch_line",
            "night",
            "drop_moment",
            "journal_mark");

    @TempDir
    static Path folder;

    private final Map<Database, String> registers = new TreeMap<>();
    private final Map<String, String> goneOn = new TreeMap<>();

    static Stream<Arguments> schemas() throws IOException {
        List<String> versions = versions();
        return Stream.of(Database.values()).flatMap(database -> versions.subList(0, versions.size() - 1).stream()
                .map(version -> Arguments.of(database, version)));
    }

    /** All there are, in their order. */
    private static List<String> versions() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("V([0-9]+)__.*", "$1"))
                    .map(Integer::valueOf)
                    .sorted()
                    .map(String::valueOf)
                    .toList();
        }
    }

    /** The home as an earlier program left it: a list of every outcome that it knew, and people who are sent. */
    @BeforeAll
    void liveADay() throws Exception {
        for (Database database : Database.values()) {
            String url = kept(database);
            registers.put(database, url);
            try (RunningHouse running = new RunningHouse(home(database), at(url))) {
                running.drop("a.csv", HEADER + """
                                9203011205809001,YOSEP HINDOM,12-05-1980
                                9203011306819002,YUNUS PATIRAN,13-06-1981
                                920301140782900,MARTEN IBA,14-07-1982
                                9203011306819002,YUNUS PATIRAN,13-06-1981
                                9203011609849004,PAULUS TUTUROP,16-09-1984
                                9203011609849004,SILVESTER REMETWA,01-02-1990
                                """);
                assertTrue(running.pass());
                running.service().enrol();
                running.drop("b.csv", HEADER + "9203011710859005,DOMINGGUS WERFETE,17-10-1985\n");
                assertTrue(running.pass());
            }
        }
        goOn(home(Database.H2), registerOf(Database.H2));
        goneOn.putAll(published(home(Database.H2)));
    }

    private static String newest() throws IOException {
        List<String> versions = versions();
        return versions.get(versions.size() - 1);
    }

    private String registerOf(Database database) {
        return Objects.requireNonNull(registers.get(database));
    }

    private Path home(Database database) {
        return folder.resolve("home-" + database);
    }

    /** In memory it lives as long as this process. */
    private static String kept(Database database) {
        return database.newBareUrl() + (database == Database.H2 ? ";DB_CLOSE_DELAY=-1" : "");
    }

    private static Map<String, String> at(String url) {
        return Map.of(
                "jembatan.db.url", url, "jembatan.db.user", Database.USER, "jembatan.db.password", Database.PASSWORD);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theWorkGoesOnWithARegisterOf(Database database, String version) throws Exception {
        String url = emptyOf(kept(database), version);
        copyRegister(registerOf(Database.POSTGRESQL), url);
        Map<String, String> before = rows(url, columns(url));
        Map<String, List<String>> known = columns(url);
        Path home = folder.resolve(database + "-" + version);
        copy(home(Database.POSTGRESQL), home);

        Register.open(url, Database.USER, Database.PASSWORD, 2).close();
        Map<String, String> after = rows(url, known);
        goOn(home, url);

        before.remove("counter"); // newer ones begin
        after.remove("counter");
        assertEquals(before, after);
        assertEquals(goneOn, published(home));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aRegisterThatANewerProgramHasChangedIsRefusedAndNotTouched(Database database) throws Exception {
        String url = emptyOf(kept(database), newest());
        try (Connection register = connect(url);
                Statement statement = register.createStatement()) {
            statement.execute("""
                    insert into "flyway_schema_history"
                    select 1000, '1000', 'more', "type", 'V1000__more.sql', "checksum", "installed_by", "installed_on",
                        "execution_time", "success"
                    from "flyway_schema_history" where "version" = '1'""");
        }

        OperatorNeeded refused = assertThrows(
                OperatorNeeded.class, () -> new RunningHouse(folder.resolve("newer-" + database), at(url)));

        assertEquals("register.newer", refused.key());
        String sentence = refused.sentence(MessageFiles.load(Path.of("config"), "en"));
        assertTrue(sentence.contains("its schema is 1000, this program knows it up to " + newest()), sentence);
    }

    /** The register of another home has as many records, and waits to write one: that is not taken for an earlier schema. */
    @Test
    void aRegisterWithoutAMarkIsTakenForTheJournalsOnlyWhenItHasAsManyRecords() throws Exception {
        String url = emptyOf(kept(Database.H2), "8");
        copyRegister(registerOf(Database.POSTGRESQL), url);
        try (Connection register = connect(url);
                Statement statement = register.createStatement()) {
            statement.execute("update counter set last_given = last_given - 1 where name = 'journal'");
        }
        Path home = folder.resolve("older-copy");
        copy(home(Database.POSTGRESQL), home);

        OperatorNeeded refused = assertThrows(OperatorNeeded.class, () -> new RunningHouse(home, at(url)));

        assertEquals("register.lost", refused.key());
    }

    /** A second day: somebody known, somebody changed, somebody new, somebody else; and who waits is sent. */
    private static void goOn(Path home, String url) throws Exception {
        try (RunningHouse running = new RunningHouse(home, at(url))) {
            running.drop("c.csv", HEADER + """
                            9203011205809001,YOSEP HINDOM,12-05-1980
                            9203011306819002,YUNUS PATIRAN,14-06-1981
                            9203011811869006,HENGKY HEGEMUR,18-11-1986
                            9203011609849004,PAULUS TUTUROP,16-09-1984
                            9203011710859005,MARKUS RUMBIAK,11-01-1970
                            9203011912879007,YOSEP HINDOM,12-05-1980
                            """);
            assertTrue(running.pass());
            running.service().enrol();
            assertEquals(List.of(), running.house().log().listParked());
        }
    }

    private static Map<String, String> published(Path home) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String part : List.of("reply", "outbound", "parked")) {
            try (Stream<Path> all = Files.walk(home.resolve(part))) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(home.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        return files;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** A new register, as the program of that schema made it. */
    private static String emptyOf(String url, String version) {
        Flyway.configure()
                .dataSource(url, Database.USER, Database.PASSWORD)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
        return url;
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, Database.USER, Database.PASSWORD);
    }

    /** What both know of each table. */
    private static void copyRegister(String from, String to) throws SQLException {
        Map<String, List<String>> source = columns(from);
        Map<String, List<String>> target = columns(to);
        try (Connection reading = connect(from);
                Connection writing = connect(to)) {
            for (String table : TABLES) {
                if (target.containsKey(table)) {
                    List<String> both = new ArrayList<>(target.get(table));
                    both.retainAll(source.get(table));
                    copyTable(reading, writing, table, both);
                }
            }
        }
    }

    private static void copyTable(Connection reading, Connection writing, String table, List<String> columns)
            throws SQLException {
        boolean counters = table.equals("counter"); // a counter that the schema does not know yet is not there
        String names = String.join(", ", columns);
        String sql = counters
                ? "update counter set last_given = ? where name = ?"
                : "insert into " + table + " (" + names + ") values ("
                        + String.join(", ", columns.stream().map(column -> "?").toList()) + ")";
        try (Statement all = reading.createStatement();
                ResultSet row =
                        all.executeQuery("select " + (counters ? "last_given, name" : names) + " from " + table);
                PreparedStatement put = writing.prepareStatement(sql)) {
            while (row.next()) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    put.setObject(i, row.getObject(i));
                }
                put.executeUpdate();
            }
        }
    }

    private static Map<String, List<String>> columns(String url) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        try (Connection register = connect(url);
                ResultSet row = register.getMetaData().getColumns(null, register.getSchema(), "%", "%")) {
            while (row.next()) {
                String table = row.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (TABLES.contains(table)) {
                    columns.computeIfAbsent(table, name -> new ArrayList<>())
                            .add(row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return columns;
    }

    private static Map<String, String> rows(String url, Map<String, List<String>> columns) throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        try (Connection register = connect(url);
                Statement statement = register.createStatement()) {
            for (Map.Entry<String, List<String>> table : columns.entrySet()) {
                TreeSet<String> rows = new TreeSet<>();
                try (ResultSet row = statement.executeQuery(
                        "select " + String.join(", ", table.getValue()) + " from " + table.getKey())) {
                    while (row.next()) {
                        StringBuilder text = new StringBuilder();
                        for (int i = 1; i <= table.getValue().size(); i++) {
                            text.append(row.getString(i)).append('|');
                        }
                        rows.add(text.toString());
                    }
                }
                tables.put(table.getKey(), String.join("\n", rows));
            }
        }
        return tables;
    }
}
