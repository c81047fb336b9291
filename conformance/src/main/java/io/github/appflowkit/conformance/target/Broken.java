package io.github.appflowkit.conformance.target;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.MalformedChunkCodingException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.ParseException;
import org.apache.http.ProtocolException;
import org.apache.http.client.ClientProtocolException;
import org.apache.http.conn.ConnectTimeoutException;

/**
 * Why a request has no whole answer.
 *
 * @param reached whether the endpoint took the connection at all
 * @param timedOut whether the time limit passed
 * @param closed whether the endpoint closed the connection before the first byte of an answer, as it may do with one that
 *     is kept alive
 * @param reason one line for people
 */
public record Broken(boolean reached, boolean timedOut, boolean closed, String reason) {
    static Broken of(Exception failure, boolean deadlinePassed, Duration timeout) {
        if (deadlinePassed
                || failure instanceof SocketTimeoutException && !(failure instanceof ConnectTimeoutException)) {
            return new Broken(true, true, false, "no whole answer within " + seconds(timeout));
        }
        Throwable cause =
                failure instanceof ClientProtocolException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof UnknownHostException) {
            return new Broken(false, false, false, "the host name cannot be resolved");
        }
        if (cause instanceof ConnectTimeoutException) {
            return new Broken(false, false, false, "no connection within " + seconds(timeout));
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            boolean refused = String.valueOf(cause.getMessage()).contains("refused");
            return new Broken(
                    false,
                    false,
                    false,
                    refused ? "the connection was refused" : "there is no connection: " + cause.getMessage());
        }
        if (cause instanceof SSLException) {
            return new Broken(false, false, false, tlsReason((SSLException) cause));
        }
        return new Broken(true, false, closedEarly(cause), reason(cause));
    }

    private static String tlsReason(SSLException cause) {
        String message = String.valueOf(cause.getMessage());
        if (message.contains("PKIX") || message.contains("unable to find valid certification path")) {
            return "its TLS certificate is not trusted: start java with -Djavax.net.ssl.trustStore=FILE, a trust store"
                    + " that holds it";
        }
        if (message.contains("trustAnchors")) {
            return "the trust store shows no certificate: give -Djavax.net.ssl.trustStorePassword=PASSWORD too";
        }
        if (cause instanceof SSLPeerUnverifiedException) {
            return "its TLS certificate is for another host: " + message;
        }
        if (message.contains("Unsupported or unrecognized SSL message")) {
            return "the port does not speak TLS: use http:// instead of https://";
        }
        return "TLS failed: " + message;
    }

    private static boolean closedEarly(Throwable cause) {
        return cause instanceof NoHttpResponseException || cause instanceof SocketException;
    }

    private static String reason(Throwable cause) {
        if (cause instanceof NoHttpResponseException) {
            return "the connection was closed without an answer";
        }
        if (cause instanceof ConnectionClosedException || cause instanceof MalformedChunkCodingException) {
            return "the connection was closed in the middle of the answer";
        }
        if (cause instanceof BodyTooLargeException) {
            return cause.getMessage();
        }
        if (String.valueOf(cause.getMessage()).matches("Maximum (?:line length|header count).*")) {
            return "the answer's head is longer than the suite reads";
        }
        if (cause instanceof ProtocolException || cause instanceof ParseException) {
            return "the answer is not HTTP: " + cause.getMessage();
        }
        if (cause instanceof IOException) {
            return "the connection broke: " + cause.getMessage();
        }
        return "the answer cannot be read: " + cause;
    }

    private static String seconds(Duration timeout) {
        return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
    }
}
