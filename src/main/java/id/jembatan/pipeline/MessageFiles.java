package id.jembatan.pipeline;

import id.jembatan.domain.Messages;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The message catalogue: all {@code config/messages/*_<language>.properties} together. */
public final class MessageFiles {

    private MessageFiles() {}

    /**
     * Reads the catalogue of one language.
     *
     * @throws IllegalStateException when two files give the same key
     */
    public static Messages load(Path config, String language) {
        Map<String, String> texts = new HashMap<>();
        for (Path file : list(config.resolve("messages"), "_" + language + ".properties")) {
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.stringPropertyNames().forEach(key -> {
                if (texts.put(key, properties.getProperty(key)) != null) {
                    throw new IllegalStateException(file.getFileName() + ": " + key + " stands in another file too");
                }
            });
        }
        return new Messages(language, texts);
    }

    /**
     * The catalogue of then, which lies in that folder, in its language. What it does not have yet, because a later program
     * says it, is said in the words of today.
     *
     * @param config the configuration folder of today
     */
    static Messages loadArchived(Path folder, String language, Path config) {
        Map<String, String> texts = new HashMap<>(load(config, language).texts());
        texts.putAll(load(folder, language).texts());
        return new Messages(language, texts);
    }

    private static List<Path> list(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
