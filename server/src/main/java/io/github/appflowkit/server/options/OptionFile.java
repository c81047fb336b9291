package io.github.appflowkit.server.options;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads a YAML file that has a line for each option, its name without the hyphens before it. */
final class OptionFile {
    private final Path path;

    OptionFile(Path path) {
        this.path = path;
    }

    /**
     * The options by name, in the file's order; one without a value is left out.
     *
     * @throws OptionsException if the file cannot be read, or is something else
     */
    Map<String, OptionValue> read() {
        Node root = parse(text());
        Map<String, OptionValue> options = new LinkedHashMap<>();
        if (root == null || root.getTag().equals(Tag.NULL)) {
            return options;
        }
        if (!(root instanceof MappingNode mapping)) {
            throw wrong(root.getStartMark(), "options are needed, a line each such as 'port: 8080'");
        }
        for (NodeTuple member : mapping.getValue()) {
            Mark place = member.getKeyNode().getStartMark();
            String name = scalar(member.getKeyNode(), "the name of an option");
            String value = scalar(member.getValueNode(), "the value of " + name);
            if (options.putIfAbsent(name, new OptionValue(value, at(place))) != null) {
                throw wrong(place, "'" + name + "' is there twice");
            }
        }
        options.values().removeIf(option -> option.text().isEmpty());
        return options;
    }

    private String scalar(Node node, String what) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
        }
        throw wrong(node.getStartMark(), what + " must be one word or text, not a list or a mapping");
    }

    private String text() {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new OptionsException(path + ": does not exist");
        } catch (CharacterCodingException e) {
            throw new OptionsException(path + ": is not UTF-8 text");
        } catch (IOException e) {
            throw new OptionsException(path + ": cannot be read: " + e.getMessage());
        }
    }

    private Node parse(String text) {
        try {
            return new Yaml(new LoaderOptions()).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            throw wrong(e.getProblemMark(), "is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new OptionsException(path + ": is not YAML: "
                    + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    private OptionsException wrong(Mark mark, String problem) {
        return new OptionsException(at(mark) + ": " + problem);
    }

    private String at(Mark mark) {
        return path + ":" + (mark.getLine() + 1);
    }
}
