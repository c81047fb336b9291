package io.github.appflowkit.openapi.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a document: a mapping, a list or a scalar.
 *
 * @param name its name where it is a member of a mapping, its index where it is an item of a list
 * @param pointer the JSON pointer to it
 * @param place where it stands: its name, or else itself
 * @param members the members of a mapping, in their order; empty for anything else
 * @param items the items of a list; empty for anything else
 * @param kind what it is
 * @param text the text of a scalar; empty for anything else
 * @param tag what YAML takes a scalar for, such as {@code int}; empty for anything else
 */
public record Part(
        String name,
        String pointer,
        Place place,
        Kind kind,
        Map<String, Part> members,
        List<Part> items,
        String text,
        String tag) {
    /** What a part can be. */
    public enum Kind {
        MAPPING("a mapping"),
        LIST("a list"),
        SCALAR("a value");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** A member of this name, if there is one. */
    public Optional<Part> get(String member) {
        return Optional.ofNullable(members.get(member));
    }

    /** The part that a path of names leads to, if it is there. */
    public Optional<Part> at(String... path) {
        Optional<Part> part = Optional.of(this);
        for (String step : path) {
            part = part.flatMap(from -> from.get(step));
        }
        return part;
    }

    /** The text of a member; empty if it is not there. */
    public String textOf(String member) {
        return get(member).map(Part::text).orElse("");
    }

    /** The texts of a member that is a list. */
    public List<String> textsOf(String member) {
        return get(member)
                .map(list -> list.items().stream().map(Part::text).toList())
                .orElse(List.of());
    }

    /** The members of a member that is a mapping. */
    public List<Part> membersOf(String member) {
        return get(member).map(part -> List.copyOf(part.members().values())).orElse(List.of());
    }

    /** This part and all that it holds. */
    public Stream<Part> all() {
        return Stream.concat(
                Stream.of(this),
                Stream.concat(members.values().stream(), items.stream()).flatMap(Part::all));
    }

    /** What it says, in one line. */
    public String written() {
        return switch (kind) {
            case SCALAR -> text;
            case LIST -> items.stream().map(Part::written).collect(Collectors.joining(", ", "[", "]"));
            case MAPPING ->
                members.values().stream()
                        .map(member -> member.name() + ": " + member.written())
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /** That this part is wrong. */
    public Finding finding(String text) {
        return new Finding(place, text);
    }
}
