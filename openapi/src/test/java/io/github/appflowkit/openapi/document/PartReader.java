package io.github.appflowkit.openapi.document;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML into parts that know their places. */
final class PartReader {
    private final String file;

    PartReader(String file) {
        this.file = file;
    }

    Part read(String text) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (root == null) {
                throw new FaultException(file, "the file is empty");
            }
            return part("", "#", root, place(root.getStartMark()));
        } catch (MarkedYAMLException e) {
            throw wrong(
                    place(e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark()),
                    "not YAML: " + context(e) + e.getProblem());
        } catch (YAMLException e) {
            throw new FaultException(
                    file, "not YAML: " + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    /** What the parser was about where it stopped, and where that begins. */
    private String context(MarkedYAMLException e) {
        if (e.getContext() == null) {
            return "";
        }
        return e.getContext() + (e.getContextMark() == null ? "" : " that begins at " + place(e.getContextMark()))
                + ", ";
    }

    private Part part(String name, String pointer, Node node, Place place) {
        if (node.getAnchor() != null) {
            throw wrong(place(node.getStartMark()), "an anchor is not followed by every reader: write $ref instead");
        }
        if (node instanceof MappingNode mapping) {
            return new Part(name, pointer, place, Part.Kind.MAPPING, members(mapping, pointer), List.of(), "", "");
        }
        if (node instanceof SequenceNode list) {
            return new Part(name, pointer, place, Part.Kind.LIST, Map.of(), items(list, pointer), "", "");
        }
        String tag = node.getTag().getValue();
        return new Part(
                name,
                pointer,
                place,
                Part.Kind.SCALAR,
                Map.of(),
                List.of(),
                ((ScalarNode) node).getValue(),
                tag.substring(tag.lastIndexOf(':') + 1));
    }

    private Map<String, Part> members(MappingNode mapping, String pointer) {
        Map<String, Part> members = new LinkedHashMap<>();
        for (NodeTuple member : mapping.getValue()) {
            Place place = place(member.getKeyNode().getStartMark());
            if (!(member.getKeyNode() instanceof ScalarNode key)) {
                throw wrong(place, "a name is needed here");
            }
            String name = key.getValue();
            if (members.containsKey(name)) {
                throw wrong(place, "'" + name + "' is here for the second time: remove or merge one");
            }
            String escaped = name.replace("~", "~0").replace("/", "~1");
            members.put(name, part(name, pointer + "/" + escaped, member.getValueNode(), place));
        }
        return members;
    }

    private List<Part> items(SequenceNode list, String pointer) {
        List<Part> items = new ArrayList<>();
        for (Node item : list.getValue()) {
            String index = String.valueOf(items.size());
            items.add(part(index, pointer + "/" + index, item, place(item.getStartMark())));
        }
        return items;
    }

    private Place place(Mark mark) {
        return mark == null ? new Place(file, 1, 1) : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static FaultException wrong(Place place, String problem) {
        return new FaultException(new Finding(place, problem));
    }
}
