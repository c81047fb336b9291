package io.github.appflowkit.server.http;

import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import io.github.appflowkit.server.secret.Secret;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.server.Request;

/**
 * Guards the state control API: from web pages of other sites, which a browser on this machine may have open, and from
 * everybody without the token where there is one.
 */
final class ControlGuard {
    private static final String BEARER = "Bearer ";

    /** What a page may send to any site without asking it first. */
    private static final Set<String> FORM_TYPES =
            Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

    /** The hosts that no other site's name can be: addresses, and names that mean this machine everywhere. */
    private static final Pattern NO_SITE =
            Pattern.compile("(?i)([0-9.]+|\\[[0-9a-f:.]+]|([a-z0-9-]+\\.)*localhost)(:[0-9]*)?");

    private final String path;
    private final Secret token;

    /**
     * Creates a guard.
     *
     * @param path what the API's paths begin with
     * @param token what callers have to bear, or null for nothing
     */
    ControlGuard(String path, Secret token) {
        this.path = path;
        this.token = token;
    }

    boolean guards(Request request) {
        return request.getRequestURI().startsWith(path + "/");
    }

    /**
     * Lets a request pass unless a page of another site made a browser send it.
     *
     * @see <a href="https://web.dev/articles/fetch-metadata">what browsers say of a request's origin</a>
     */
    void refuseOtherSites(Request request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean otherSite = site != null && !site.equals("same-origin") && !site.equals("none");
        if (otherSite || origin != null && !origin.endsWith("://" + request.getHeader("Host"))) {
            throw denied("The state control API takes no requests from web pages of other sites.");
        }
        String type =
                String.valueOf(request.getContentType()).split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        if (FORM_TYPES.contains(type)) {
            throw denied("The state control API takes no forms: send Content-Type: application/json.");
        }
    }

    /**
     * Whether the request bears the token.
     *
     * @throws Problem if it bears another one
     */
    boolean isBorne(Request request) {
        String authorization = request.getHeader("Authorization");
        if (token == null || authorization == null || !authorization.startsWith(BEARER)) {
            return false;
        }
        if (!token.matches(authorization.substring(BEARER.length()).trim())) {
            throw denied("This is not the token of the state control API.");
        }
        return true;
    }

    /** Lets a request pass that neither bears the token nor is signed, if none has to, and it means this machine. */
    void requireOpen(Request request) {
        if (token != null) {
            throw denied("The state control API of this server takes the header 'Authorization: Bearer TOKEN', with the"
                    + " token that the server was started with.");
        }
        String host = request.getHeader("Host");
        if (host != null && !NO_SITE.matcher(host).matches()) {
            throw denied("The state control API is reached by address or as localhost, not as '" + host
                    + "', unless the server is started with a control token.");
        }
    }

    private static Problem denied(String message) {
        return new Problem(ProblemKind.ACCESS_DENIED, message);
    }
}
