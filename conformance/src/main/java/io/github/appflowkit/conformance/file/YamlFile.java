package io.github.appflowkit.conformance.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one YAML document with the lines that its parts stand on. */
public final class YamlFile {
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path path;
    private final String text;

    private YamlFile(Path path, String text) {
        this.path = path;
        this.text = text;
    }

    /**
     * Opens a file.
     *
     * @throws InvalidFileException if it cannot be read
     */
    public static YamlFile open(Path path) {
        return new YamlFile(path, TextFile.read(path));
    }

    /** The lines of the file, as they stand there. */
    public List<String> lines() {
        return text.lines().toList();
    }

    /**
     * The document; an empty one is an empty scalar.
     *
     * @throws InvalidFileException if it is not YAML, or more than one document
     */
    public YamlNode read() {
        try (JsonParser parser = YAML.createParser(text)) {
            YamlNode root = parser.nextToken() == null ? YamlNode.scalar(1, 1, null) : node(parser, line(parser));
            if (parser.nextToken() != null) {
                throw wrong(line(parser), "a second document begins, and one is read");
            }
            return root;
        } catch (JacksonException e) {
            throw wrong(YamlProblem.line(e).orElse(1), "not YAML: " + YamlProblem.of(e));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
    }

    /** What is wrong with a line. */
    public InvalidFileException wrong(int line, String problem) {
        return new InvalidFileException(path + ":" + line, problem);
    }

    private static YamlNode node(JsonParser parser, int line) throws IOException {
        return switch (parser.currentToken()) {
            case START_ARRAY -> list(parser, line);
            case START_OBJECT -> mapping(parser, line);
            case VALUE_NULL -> YamlNode.scalar(line, line, null);
            default -> {
                String text = parser.getText();
                yield YamlNode.scalar(line, Math.max(line, lastLine(parser)), text.isEmpty() ? null : text);
            }
        };
    }

    private static YamlNode list(JsonParser parser, int line) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser, line(parser)));
        }
        return YamlNode.list(line, items);
    }

    private static YamlNode mapping(JsonParser parser, int line) throws IOException {
        Map<String, YamlNode> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int at = line(parser);
            parser.nextToken();
            members.put(name, node(parser, at));
        }
        return YamlNode.mapping(line, members);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    /** Where a scalar ends: one in a block ends at the start of the line after it. */
    private static int lastLine(JsonParser parser) {
        JsonLocation end = parser.currentLocation();
        return end.getColumnNr() == 1 ? end.getLineNr() - 1 : end.getLineNr();
    }
}
