package io.github.appflowkit.conformance.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which names the contract allows.
 *
 * @param pattern what a whole name matches
 * @param maxLength the greatest length, in code points
 */
record NameForm(Pattern pattern, int maxLength) {
    static final NameForm PROFILE = read("DeleteConnectorProfileRequest", "connectorProfileName");
    static final NameForm FLOW = read("StopFlowRequest", "flowName");

    /** The form of the names that the rules of this prefix are about. */
    static NameForm of(String rules) {
        return rules.equals(NameFaults.PROFILE) ? PROFILE : FLOW;
    }

    static int length(String name) {
        return name.codePointCount(0, name.length());
    }

    /** The form of fewer names: of those alone that an expression finds at their start, too. */
    NameForm where(String lookahead) {
        return new NameForm(Pattern.compile(lookahead + "(?:" + pattern + ")"), maxLength);
    }

    /** The length of the shortest name. */
    int minLength() {
        return IntStream.rangeClosed(1, maxLength)
                .filter(length -> isOf("a".repeat(length)))
                .findFirst()
                .orElseThrow();
    }

    boolean isOf(String name) {
        return length(name) <= maxLength && pattern.matcher(name).matches();
    }

    private static NameForm read(String schema, String member) {
        try (InputStream in = NameForm.class.getClassLoader().getResourceAsStream("openapi/appflow.yaml")) {
            JsonNode name = new YAMLMapper()
                    .readTree(in)
                    .path("components")
                    .path("schemas")
                    .path(schema)
                    .path("properties")
                    .path(member);
            if (name.isMissingNode()) {
                throw new IllegalStateException("openapi/appflow.yaml has no " + schema + "." + member
                        + ", whose form is read by " + NameForm.class);
            }
            // Without its anchors, since some mistakes are about these.
            String pattern = name.path("pattern").textValue().replaceAll("^\\^|\\$$", "");
            return new NameForm(Pattern.compile(pattern), name.path("maxLength").intValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
