package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.document.Part;
import io.github.appflowkit.openapi.lint.Vocabulary.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may stand where in an OpenAPI 3.0 document, so that a misspelt word is told instead of overlooked: the elements
 * of a document, and what is at a wrong place.
 */
final class Grammar {
    private final List<Element> elements = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private Grammar() {}

    /**
     * What a document consists of.
     *
     * @param elements everything that OpenAPI knows
     * @param findings what it does not know there, and what is missing
     */
    record Parsed(List<Element> elements, List<Finding> findings) {}

    /** Reads a document. */
    static Parsed parse(Document document) {
        Grammar grammar = new Grammar();
        grammar.read(new Element("document", document.root()));
        return new Parsed(List.copyOf(grammar.elements), List.copyOf(grammar.findings));
    }

    private void read(Element element) {
        if (element.is("any")) {
            return;
        }
        Optional<Value> value = Value.of(element.kind());
        if (value.isPresent()) {
            value.get().problem(element.part()).map(element::finding).ifPresent(findings::add);
            return;
        }
        if (element.part().kind() != Part.Kind.MAPPING) {
            findings.add(element.finding(
                    "a mapping is needed here, and this is " + element.part().kind()));
            return;
        }
        elements.add(element);
        if (element.refers()) {
            read(new Element("text", element.part().members().get("$ref")));
            element.part().members().values().stream()
                    .filter(member -> !member.name().equals("$ref"))
                    .forEach(member -> findings.add(member.finding(element.label() + ": '" + member.name()
                            + "' is ignored beside a $ref: remove one of them")));
            return;
        }
        Map<String, Member> known = Vocabulary.membersOf(element.kind());
        known.forEach((name, member) -> {
            if (member.required() && !element.part().members().containsKey(name)) {
                findings.add(element.finding("'" + name + "' is missing in " + article(element.kind())));
            }
        });
        element.part().members().values().stream()
                .filter(member -> !member.name().startsWith("x-"))
                .forEach(member -> readMember(element, member, known));
    }

    private void readMember(Element owner, Part part, Map<String, Member> known) {
        Member member = known.getOrDefault(part.name(), known.get("*"));
        if (member == null) {
            findings.add(part.finding(owner.label() + ": '" + part.name() + "' is no member of " + article(owner.kind())
                    + Nearest.question(part.name(), known.keySet())));
        } else if (member.container().isEmpty()) {
            read(new Element(member.kind(), part));
        } else if (member.container().equals("?")) {
            read(new Element(part.kind() == Part.Kind.SCALAR ? "flag" : member.kind(), part));
        } else {
            readAll(owner, part, member);
        }
    }

    private void readAll(Element owner, Part part, Member member) {
        boolean list = member.container().equals("[]");
        if (part.kind() != (list ? Part.Kind.LIST : Part.Kind.MAPPING)) {
            findings.add(part.finding(owner.label() + ": " + (list ? "a list" : "a mapping") + " is needed at '"
                    + part.name() + "', and this is " + part.kind()));
            return;
        }
        part.items().forEach(item -> read(new Element(member.kind(), item)));
        part.members().values().forEach(value -> read(new Element(member.kind(), value)));
    }

    private static String article(String kind) {
        return ("aeiou".indexOf(kind.charAt(0)) < 0 ? "a " : "an ") + kind;
    }
}
