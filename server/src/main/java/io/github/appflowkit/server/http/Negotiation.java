package io.github.appflowkit.server.http;

import io.github.appflowkit.server.http.error.ErrorType;
import io.github.appflowkit.server.http.error.RefusedRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reduces what a client sends and takes to one question, whether it is JSON, so that Jersey's matching answers 415 or
 * 406 in its turn, and never stumbles over a header that is not well-formed.
 */
@PreMatching
final class Negotiation implements ContainerRequestFilter {
    private static final String TRANSFER_ENCODING = "Transfer-Encoding";

    /** What it reads, and whoever reads the body after it. */
    static final List<String> HEADERS = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_ENCODING,
            TRANSFER_ENCODING,
            HttpHeaders.ACCEPT);

    private static final String NOT_JSON = MediaType.APPLICATION_OCTET_STREAM;

    /** The ranges that JSON is in, the most specific first; the last is what some old clients send. */
    private static final List<String> JSON_RANGES = List.of("application/json", "application/*", "*/*", "*");

    /** What clients of these operations send. */
    private static final List<String> ONLY_JSON = List.of(MediaType.APPLICATION_JSON);

    private static final Pattern NO_WEIGHT = Pattern.compile(";\\s*q\\s*=\\s*0(\\.0*)?\\s*(;|$)");

    @Override
    public void filter(ContainerRequestContext request) {
        MultivaluedMap<String, String> headers = request.getHeaders();
        List<String> sent = headers.get(HttpHeaders.CONTENT_TYPE);
        boolean hasBody = hasBody(headers);
        if (hasBody) {
            requireNotEncoded(headers.getOrDefault(HttpHeaders.CONTENT_ENCODING, List.of()));
        }
        boolean sendsJson = sent == null ? !hasBody : isJson(sent);
        boolean takesJson = takesJson(headers.getOrDefault(HttpHeaders.ACCEPT, List.of()));
        headers.putSingle(HttpHeaders.CONTENT_TYPE, sendsJson ? MediaType.APPLICATION_JSON : NOT_JSON);
        if (takesJson) {
            // Whoever says nothing takes what there is, which is JSON, and nothing has to be parsed to know it.
            headers.remove(HttpHeaders.ACCEPT);
        } else {
            headers.putSingle(HttpHeaders.ACCEPT, NOT_JSON);
        }
    }

    /** Lets a body pass that was sent as it is: whoever says otherwise would have it read as something else. */
    private static void requireNotEncoded(List<String> encodings) {
        for (String encoding : String.join(",", encodings).split(",")) {
            String name = encoding.trim();
            if (!name.isEmpty() && !name.equalsIgnoreCase("identity")) {
                throw new RefusedRequest(
                        ErrorType.UNSUPPORTED_MEDIA_TYPE,
                        "The request body must be sent as it is, without a Content-Encoding.");
            }
        }
    }

    /** Asks the headers, since asking the body may mean to wait for it. */
    private static boolean hasBody(MultivaluedMap<String, String> headers) {
        return headers.containsKey(TRANSFER_ENCODING)
                || !headers.getOrDefault(HttpHeaders.CONTENT_LENGTH, List.of("0"))
                        .equals(List.of("0"));
    }

    static boolean isJson(List<String> contentTypes) {
        return contentTypes.size() == 1
                && (contentTypes.get(0).equals(MediaType.APPLICATION_JSON)
                        || range(contentTypes.get(0)).equals(MediaType.APPLICATION_JSON));
    }

    /** Whether the most specific range that JSON is in has a weight; anything that is not a range does not count. */
    static boolean takesJson(List<String> accept) {
        if (accept.isEmpty() || accept.equals(ONLY_JSON)) {
            return true;
        }
        List<String> taken = Arrays.stream(String.join(",", accept).split(","))
                .map(range -> range.trim().toLowerCase(Locale.ROOT))
                .filter(range -> !range.isEmpty())
                .toList();
        for (String json : JSON_RANGES) {
            List<String> same =
                    taken.stream().filter(range -> range(range).equals(json)).toList();
            if (!same.isEmpty()) {
                return same.stream().anyMatch(range -> !NO_WEIGHT.matcher(range).find());
            }
        }
        return taken.isEmpty();
    }

    private static String range(String type) {
        return type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }
}
