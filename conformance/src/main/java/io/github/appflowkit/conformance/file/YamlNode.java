package io.github.appflowkit.conformance.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a YAML file that knows its lines, so that whoever has to mend it is told where.
 *
 * @param line the line it begins on, from 1
 * @param lastLine the line its last value ends on
 * @param scalar its text as written; null for a list, a mapping, or nothing at all (an empty text too)
 * @param items the items of a list; null for anything else
 * @param members the members of a mapping, in their order; null for anything else
 */
public record YamlNode(int line, int lastLine, String scalar, List<YamlNode> items, Map<String, YamlNode> members) {
    static YamlNode scalar(int line, int lastLine, String text) {
        return new YamlNode(line, lastLine, text, null, null);
    }

    static YamlNode list(int line, List<YamlNode> items) {
        int last = items.stream().mapToInt(YamlNode::lastLine).max().orElse(line);
        return new YamlNode(line, last, null, List.copyOf(items), null);
    }

    static YamlNode mapping(int line, Map<String, YamlNode> members) {
        int last = members.values().stream().mapToInt(YamlNode::lastLine).max().orElse(line);
        return new YamlNode(line, last, null, null, new LinkedHashMap<>(members));
    }

    /** What it is, in words. */
    public String kind() {
        if (items != null) {
            return "a list";
        }
        if (members != null) {
            return "a mapping";
        }
        return scalar == null ? "nothing" : "'" + scalar + "'";
    }
}
