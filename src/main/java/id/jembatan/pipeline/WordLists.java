package id.jembatan.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads a configuration file that lists words by class. */
final class WordLists {

    private static final TypeReference<Map<String, List<String>>> LISTS = new TypeReference<>() {};

    private WordLists() {}

    static Map<String, List<String>> load(Path file) {
        try {
            return new ObjectMapper(new YAMLFactory()).readValue(file.toFile(), LISTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
