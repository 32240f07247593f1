package id.jembatan;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The file in which every setting is explained. */
final class SettingsFile {

    private static final Path FILE = Path.of("config/application.properties");

    private SettingsFile() {}

    static Set<String> keys() {
        Properties settings = new Properties();
        try {
            settings.load(new StringReader(RoutesReadWellTest.text(FILE)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new TreeSet<>(settings.stringPropertyNames());
    }

    /** Settings above whose group, the lines without a blank one between, no comment stands. */
    static List<String> unexplained() {
        List<String> unexplained = new ArrayList<>();
        boolean explained = false;
        for (String line : RoutesReadWellTest.text(FILE).lines().toList()) {
            if (line.isBlank() || line.startsWith("# ----")) {
                explained = false;
            } else if (line.startsWith("#")) {
                explained = true;
            } else if (!explained) {
                unexplained.add(line);
            }
        }
        return unexplained;
    }
}
