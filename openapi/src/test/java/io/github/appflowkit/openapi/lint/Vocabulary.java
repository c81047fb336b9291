package io.github.appflowkit.openapi.lint;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of OpenAPI 3.0: which members each kind of element may have, and what these are. */
final class Vocabulary {
    /**
     * For each kind its members: {@code !} must be there, {@code =kind} what it is, in a list [], under names {}, or a
     * flag instead ?; * is a member of any name.
     */
    private static final Map<String, Map<String, Member>> KINDS = kinds("""
            document: openapi! info!=info servers=server[] paths!=path{} components=components \
              security=requirement[] tags=tag[] externalDocs=link
            info: title! version! description termsOfService contact=any license=any
            server: url! description variables=variable{}
            variable: default! description enum=text[]
            requirement: *=text[]
            tag: name! description externalDocs=link
            link: url! description
            path: summary description servers=server[] parameters=parameter[] get=operation put=operation \
              post=operation delete=operation options=operation head=operation patch=operation trace=operation
            operation: operationId! responses!=response{} summary description tags=text[] externalDocs=link \
              parameters=parameter[] requestBody=body callbacks=any deprecated=flag security=requirement[] \
              servers=server[]
            parameter: name! in! description required=flag deprecated=flag allowEmptyValue=flag style explode=flag \
              allowReserved=flag schema=schema content=media{} example=any examples=example{}
            body: content!=media{} description required=flag
            media: schema=schema example=any examples=example{} encoding=any
            response: description! headers=header{} content=media{} links=any
            header: description required=flag deprecated=flag style explode=flag schema=schema example=any \
              examples=example{}
            example: summary description value=any externalValue
            components: schemas=schema{} responses=response{} parameters=parameter{} examples=example{} \
              requestBodies=body{} headers=header{} securitySchemes=scheme{} links=any callbacks=any
            scheme: type! description name in scheme bearerFormat flows=any openIdConnectUrl
            schema: type format title description default=any nullable=flag readOnly=flag writeOnly=flag \
              deprecated=flag example=any enum=any[] multipleOf=number minimum=number maximum=number \
              exclusiveMinimum=flag exclusiveMaximum=flag minLength=count maxLength=count pattern items=schema \
              minItems=count maxItems=count uniqueItems=flag properties=schema{} required=text[] \
              additionalProperties=schema? minProperties=count maxProperties=count allOf=schema[] oneOf=schema[] \
              anyOf=schema[] not=schema discriminator=any externalDocs=link xml=any
            """);

    private Vocabulary() {}

    /**
     * A member of a kind.
     *
     * @param required whether it must be there
     * @param kind what it is; {@code text} for a scalar
     * @param container {@code []} for a list of these, {@code {}} for a mapping of names to these, {@code ?} for one
     *     of these or a flag
     */
    record Member(boolean required, String kind, String container) {}

    /** The members that an element of a kind may have. */
    static Map<String, Member> membersOf(String kind) {
        return KINDS.get(kind);
    }

    private static Map<String, Map<String, Member>> kinds(String table) {
        return table.lines()
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(line -> line[0], line -> members(line[1]), (a, b) -> a, TreeMap::new));
    }

    private static Map<String, Member> members(String line) {
        Map<String, Member> members = new TreeMap<>();
        Matcher word =
                Pattern.compile("([\\w*]+)(!?)(?:=(\\w+)(\\[]|\\{}|\\?)?)?").matcher(line);
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
