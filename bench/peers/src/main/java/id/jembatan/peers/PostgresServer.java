package id.jembatan.peers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A PostgreSQL that Jembatan and its peers use one after the other: {@code FOLDER}. For each name that comes in on a line it makes a
 * new, empty database of that name and prints its address; it stops when its input ends. As in Jembatan's own tests and tables it does
 * not wait for the disk.
 */
public final class PostgresServer {

    private PostgresServer() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setDataDirectory(Path.of(arguments[0]))
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setPGStartupWait(Duration.ofMinutes(5))
                        .start();
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                BufferedReader names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String name = names.readLine(); name != null; name = names.readLine()) {
                statement.execute("drop database if exists " + name + " with (force)");
                statement.execute("create database " + name);
                System.out.println("jdbc:postgresql://localhost:" + server.getPort() + "/" + name);
            }
        }
    }
}
