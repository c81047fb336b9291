package io.github.appflowkit.openapi.release;

import io.github.appflowkit.openapi.api.Fact;
import io.github.appflowkit.openapi.api.Fact.Side;
import java.util.Optional;

/**
 * Something that facts are about, and that comes and goes as a whole: a server, a body, a member, a header.
 *
 * @param side whom it binds
 * @param element its name
 */
record Subject(Side side, String element) {
    static Subject of(Fact fact) {
        return new Subject(fact.side(), fact.element());
    }

    /** What it comes and goes with; empty if it is no part of anything but of an operation or of the document. */
    Optional<Subject> owner() {
        String above = element.replaceFirst("(\\[]|\\{}|\\.[^.]*)$", "");
        boolean ofOperation = !above.contains(".");
        return switch (side) {
            case SERVER, OPERATION -> Optional.empty();
            case REQUEST, RESPONSE -> isBody() ? Optional.empty() : Optional.of(ofOperation ? body(above) : of(above));
            case HEADER -> ofOperation ? Optional.empty() : Optional.of(of(above));
            case ERROR -> isBody() ? Optional.empty() : Optional.of(of(above));
        };
    }

    /** Whether it is what a list or a map holds, which its owner's type tells. */
    boolean isContent() {
        return element.endsWith("[]") || element.endsWith("{}");
    }

    /** What it is to what it is a part of. */
    String noun() {
        return switch (side) {
            case SERVER -> "server";
            case HEADER -> "header";
            default -> isBody() ? "body" : "member";
        };
    }

    /** What it is a part of. */
    String whole() {
        return switch (side) {
            case SERVER, OPERATION -> "document";
            case REQUEST -> "request";
            case RESPONSE, HEADER -> "answer";
            case ERROR -> "errors";
        };
    }

    private boolean isBody() {
        return Fact.isBody(element);
    }

    private Subject body(String operation) {
        return of(operation + (side == Side.REQUEST ? Fact.REQUEST_BODY : Fact.RESPONSE_BODY));
    }

    private Subject of(String name) {
        return new Subject(side, name);
    }
}
