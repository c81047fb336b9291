package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.document.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What may stand where in an OpenAPI 3.0 document, so that a misspelt word is told instead of overlooked: the elements
 * of a document, and what is at a wrong place.
 */
final class Grammar {
    /** For each kind its members: {@code !} must be there, {@code =kind} what it is, in a list [] or under names {}. */
    private static final Map<String, Map<String, Member>> KINDS = kinds("""
            document: openapi! info!=info servers=server[] paths!=path{} components=components security=any tags=tag[] \
              externalDocs=link
            info: title! version! description termsOfService contact=any license=any
            server: url! description variables=variable{}
            variable: default! description enum=any
            tag: name! description externalDocs=link
            link: url! description
            path: summary description servers=server[] parameters=parameter[] get=operation put=operation \
              post=operation delete=operation options=operation head=operation patch=operation trace=operation
            operation: operationId! responses!=response{} summary description tags=any externalDocs=link \
              parameters=parameter[] requestBody=body callbacks=any deprecated security=any servers=server[]
            parameter: name! in! description required deprecated allowEmptyValue style explode allowReserved \
              schema=schema content=media{} example=any examples=example{}
            body: content!=media{} description required
            media: schema=schema example=any examples=example{} encoding=any
            response: description! headers=header{} content=media{} links=any
            header: description required deprecated style explode schema=schema example=any examples=example{}
            example: summary description value=any externalValue
            components: schemas=schema{} responses=response{} parameters=parameter{} examples=example{} \
              requestBodies=body{} headers=header{} securitySchemes=scheme{} links=any callbacks=any
            scheme: type! description name in scheme bearerFormat flows=any openIdConnectUrl
            schema: type format title description default=any nullable readOnly writeOnly deprecated example=any \
              enum=any multipleOf minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength pattern \
              items=schema minItems maxItems uniqueItems properties=schema{} required=any additionalProperties=any \
              minProperties maxProperties allOf=schema[] oneOf=schema[] anyOf=schema[] not=schema discriminator=any \
              externalDocs=link xml=any
            """);

    private final List<Element> elements = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private Grammar() {}

    /**
     * A member of a kind.
     *
     * @param required whether it must be there
     * @param kind what it is; {@code text} for a scalar
     * @param container {@code []} for a list of these, {@code {}} for a mapping of names to these
     */
    private record Member(boolean required, String kind, String container) {}

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
        if (element.is("any") || element.is("text")) {
            if (element.is("text") && element.part().kind() != Part.Kind.SCALAR) {
                findings.add(element.finding(
                        "a value is needed here, and this is " + element.part().kind()));
            }
            return;
        }
        if (element.part().kind() != Part.Kind.MAPPING) {
            findings.add(element.finding(
                    "a mapping is needed here, and this is " + element.part().kind()));
            return;
        }
        elements.add(element);
        if (element.refers()) {
            element.part().members().values().stream()
                    .filter(member -> !member.name().equals("$ref"))
                    .forEach(member -> findings.add(member.finding(element.label() + ": '" + member.name()
                            + "' is ignored beside a $ref: remove one of them")));
            return;
        }
        Map<String, Member> known = KINDS.get(element.kind());
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
        Member member = known.get(part.name());
        if (member == null) {
            findings.add(part.finding(owner.label() + ": '" + part.name() + "' is no member of " + article(owner.kind())
                    + Nearest.question(part.name(), known.keySet())));
        } else if (member.container().isEmpty()) {
            read(new Element(member.kind(), part));
        } else {
            boolean list = member.container().equals("[]");
            if (part.kind() != (list ? Part.Kind.LIST : Part.Kind.MAPPING)) {
                findings.add(part.finding(owner.label() + ": " + (list ? "a list" : "a mapping") + " is needed at '"
                        + part.name() + "', and this is " + part.kind()));
            }
            part.items().forEach(item -> read(new Element(member.kind(), item)));
            part.members().values().forEach(value -> read(new Element(member.kind(), value)));
        }
    }

    private static String article(String kind) {
        return ("aeiou".indexOf(kind.charAt(0)) < 0 ? "a " : "an ") + kind;
    }

    private static Map<String, Map<String, Member>> kinds(String table) {
        return table.lines()
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(line -> line[0], line -> members(line[1]), (a, b) -> a, TreeMap::new));
    }

    private static Map<String, Member> members(String line) {
        Map<String, Member> members = new TreeMap<>();
        Matcher word = Pattern.compile("(\\w+)(!?)(?:=(\\w+)(\\[]|\\{})?)?").matcher(line);
        while (word.find()) {
            members.put(
                    word.group(1),
                    new Member(
                            !word.group(2).isEmpty(),
                            word.group(3) == null ? "text" : word.group(3),
                            word.group(4) == null ? "" : word.group(4)));
        }
        return members;
    }
}
