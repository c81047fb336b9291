package io.github.appflowkit.server.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A request's query: its parameters' values, and its canonical form. */
final class Query {
    private record Parameter(String name, String value) implements Comparable<Parameter> {
        @Override
        public int compareTo(Parameter other) {
            int byName = name.compareTo(other.name);
            return byName == 0 ? value.compareTo(other.value) : byName;
        }
    }

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private final List<Parameter> parameters;

    Query(String text) {
        parameters = Arrays.stream(text.split("&"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("=", 2))
                .map(pair -> new Parameter(decode(pair[0]), pair.length == 1 ? "" : decode(pair[1])))
                .toList();
    }

    /** The value of the parameter of a name, in any letter case. */
    Optional<String> value(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equalsIgnoreCase(name))
                .map(Parameter::value)
                .findFirst();
    }

    /** The parameters without the signature, encoded anew and in order. */
    String canonical() {
        return parameters.stream()
                .filter(parameter -> !parameter.name().equalsIgnoreCase("X-Amz-Signature"))
                .map(parameter -> new Parameter(encode(parameter.name(), ""), encode(parameter.value(), "")))
                .sorted()
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .collect(Collectors.joining("&"));
    }

    /** Encodes every byte but those that are unreserved, or kept. */
    static String encode(String text, String kept) {
        StringBuilder encoded = new StringBuilder();
        for (char next : text.toCharArray()) {
            boolean plain = UNRESERVED.indexOf(next) >= 0 || kept.indexOf(next) >= 0;
            encoded.append(plain ? String.valueOf(next) : "%%%02X".formatted((int) next));
        }
        return encoded.toString();
    }

    /** Decodes what is encoded; a percent sign before anything but two digits stands for itself. */
    private static String decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            boolean encoded = text.charAt(i) == '%'
                    && i + 2 < text.length()
                    && Character.digit(text.charAt(i + 1), 16) >= 0
                    && Character.digit(text.charAt(i + 2), 16) >= 0;
            bytes.write(encoded ? Integer.parseInt(text.substring(i + 1, i + 3), 16) : text.charAt(i));
            i += encoded ? 2 : 0;
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
