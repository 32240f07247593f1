package id.jembatan.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import id.jembatan.agreement.YamlNode.Mapping;
import id.jembatan.agreement.YamlNode.Scalar;
import id.jembatan.agreement.YamlNode.Sequence;
import id.jembatan.domain.AgreementProblem.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one YAML file into nodes with lines. Aliases are refused: what a programme promises stands in its own lines. */
final class YamlText {

    private static final YAMLFactory YAML = new YAMLFactory();

    private final YAMLParser parser;
    private final Problems problems;

    private YamlText(YAMLParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /**
     * The file's sections; empty when it is no YAML, and then the problems say why.
     *
     * @throws UncheckedIOException when the file cannot be read at all: the machine's fault, not its author's
     */
    static Optional<Mapping> read(Path file, Problems problems) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return parse(text, problems);
        } catch (CharacterCodingException notUtf8) {
            problems.addToFile(Kind.NOT_YAML, "UTF-8");
            return Optional.empty();
        } catch (NoSuchFileException missing) {
            problems.addToFile(Kind.FILE_MISSING);
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file.getFileName(), unreadable);
        }
    }

    static Optional<Mapping> parse(String text, Problems problems) throws IOException {
        try (YAMLParser parser = YAML.createParser(text)) {
            if (parser.nextToken() == null) {
                problems.add(1, "", Kind.NOT_A_SECTION);
                return Optional.empty();
            }
            YamlNode root = new YamlText(parser, problems).node("");
            if (parser.nextToken() != null) {
                problems.add(parser.currentTokenLocation().getLineNr(), "---", Kind.NOT_YAML, "---");
                return Optional.empty();
            }
            if (root instanceof Mapping sections) {
                return Optional.of(sections);
            }
            problems.add(root.line(), "", Kind.NOT_A_SECTION);
            return Optional.empty();
        } catch (JsonProcessingException notYaml) {
            int line = notYaml.getLocation() == null ? 1 : notYaml.getLocation().getLineNr();
            // the indented lines between show the text itself
            String reason = notYaml.getOriginalMessage()
                    .lines()
                    .filter(it -> !it.startsWith(" "))
                    .collect(Collectors.joining("; "));
            problems.add(line, "", Kind.NOT_YAML, reason);
            return Optional.empty();
        }
    }

    private YamlNode node(String path) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(line, path);
        }
        if (token == JsonToken.START_ARRAY) {
            return sequence(line, path);
        }
        if (parser.isCurrentAlias()) {
            problems.add(line, path, Kind.ALIAS, parser.getText());
        }
        return new Scalar(line, kindOf(token), parser.getText());
    }

    private Mapping mapping(int line, String path) throws IOException {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = parser.currentTokenLocation().getLineNr();
            String keyPath = path.isEmpty() ? key : path + "." + key;
            parser.nextToken();
            YamlNode value = node(keyPath);
            if (entries.putIfAbsent(key, value) != null) {
                problems.add(keyLine, keyPath, Kind.KEY_TWICE, key);
            }
        }
        return new Mapping(line, entries);
    }

    private Sequence sequence(int line, String path) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(path + "[" + (items.size() + 1) + "]"));
        }
        return new Sequence(line, items);
    }

    private static Scalar.Kind kindOf(JsonToken token) {
        return switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Scalar.Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Scalar.Kind.FLAG;
            case VALUE_NULL -> Scalar.Kind.NOTHING;
            default -> Scalar.Kind.TEXT;
        };
    }
}
