package io.github.appflowkit.conformance.target;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request as the suite wants it on the wire, before it is signed.
 *
 * @param method the HTTP method
 * @param target path and query, as they are sent
 * @param headers its headers besides those of the transport and of the signature
 * @param body its body, byte for byte; null for none
 * @param region the region of the credential scope
 * @param caller whose credentials sign it
 * @param inParts whether the second half of the body leaves a moment after the first
 */
public record Request(
        String method,
        String target,
        List<Header> headers,
        byte[] body,
        String region,
        Caller caller,
        boolean inParts) {
    /** The header that has a body sent in chunks. */
    public static final Header CHUNKED = new Header("Transfer-Encoding", "chunked");

    /** Whose credentials sign a request. */
    public enum Caller {
        /** Whoever owns the resources of the run. */
        FIRST,
        /** Somebody of another account. */
        SECOND
    }

    public Request {
        headers = List.copyOf(headers);
    }

    /** A request that the owner of the run's resources signs. */
    public Request(String method, String target, List<Header> headers, byte[] body, String region) {
        this(method, target, headers, body, region, Caller.FIRST, false);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** The body as text; empty for none. */
    public String text() {
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    /** This request with another method. */
    public Request withMethod(String other) {
        return new Request(other, target, headers, body, region, caller, inParts);
    }

    /** This request with another path and query. */
    public Request withTarget(String other) {
        return new Request(method, other, headers, body, region, caller, inParts);
    }

    /** This request with one value for a header. */
    public Request withHeader(String name, String value) {
        List<Header> others = new ArrayList<>(withoutHeader(name).headers);
        others.add(new Header(name, value));
        return new Request(method, target, others, body, region, caller, inParts);
    }

    /** This request with its own headers' names in lower case; those of its signature are spelt as ever. */
    public Request withLowerCaseHeaders() {
        List<Header> lower = headers.stream()
                .map(header -> new Header(header.name().toLowerCase(Locale.ROOT), header.value()))
                .toList();
        return new Request(method, target, lower, body, region, caller, inParts);
    }

    /** This request without a header. */
    public Request withoutHeader(String name) {
        List<Header> others = headers.stream()
                .filter(header -> !header.name().equalsIgnoreCase(name))
                .toList();
        return new Request(method, target, others, body, region, caller, inParts);
    }

    /** This request with another body. */
    public Request withBody(byte[] other) {
        return new Request(method, target, headers, other, region, caller, inParts);
    }

    /** This request with another body, in UTF-8. */
    public Request withBody(String other) {
        return withBody(other.getBytes(StandardCharsets.UTF_8));
    }

    /** This request in the scope of another region. */
    public Request inRegion(String other) {
        return new Request(method, target, headers, body, other, caller, inParts);
    }

    /** This request, signed with the credentials of a second account. */
    public Request bySecondAccount() {
        return new Request(method, target, headers, body, region, Caller.SECOND, inParts);
    }

    /** This request with a body of which the second half leaves a moment after the first. */
    public Request sentInParts() {
        return new Request(method, target, headers, body, region, caller, true);
    }

    /** Whether its body leaves in chunks. */
    public boolean isChunked() {
        return header(CHUNKED.name()).isPresent();
    }
}
