package io.github.appflowkit.conformance.target;

import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.FilterContext;
import io.restassured.filter.time.TimingFilter;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/**
 * Lets the suite's own HTTP client send what REST Assured was given, in place of REST Assured's Groovy layers above a
 * client, which take more time than all the rest of a short run. It is a timing filter since REST Assured would add one
 * otherwise, and works out the whole request anew for each filter.
 */
final class SendingFilter extends TimingFilter {
    /** What REST Assured is told of every answer: nobody looks at it there, and it is slow to make. */
    private static final Response ANSWERED =
            new ResponseBuilder().setStatusCode(200).build();

    private final ExactHttpClient client;
    private final URI uri;

    /**
     * Creates the filter of one request.
     *
     * @param uri where it goes, to the letter
     */
    SendingFilter(ExactHttpClient client, URI uri) {
        this.client = client;
        this.uri = uri;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification given, FilterableResponseSpecification expected, FilterContext rest) {
        try {
            client.execute(given.getMethod(), uri, given.getBody());
            return ANSWERED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
