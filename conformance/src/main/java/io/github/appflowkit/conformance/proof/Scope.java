package io.github.appflowkit.conformance.proof;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose resources a request is about: an account and a region, within which names are unique. */
record Scope(String account, String region) {

    static final Scope DEFAULT = new Scope("123456789012", "us-east-1");

    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/,\\s]+)/[0-9]+/([^/,\\s]+)/");

    /** What the credential scope of a request's signature says; an access key of twelve digits names the account. */
    static Scope of(Request request) {
        String authorization = request.header("Authorization");
        Matcher credential = CREDENTIAL.matcher(authorization == null ? "" : authorization);
        if (!credential.find()) {
            return DEFAULT;
        }
        String key = credential.group(1);
        return new Scope(key.matches("[0-9]{12}") ? key : DEFAULT.account, credential.group(2));
    }

    String arn(String flowName) {
        return arn("flow", flowName);
    }

    String arn(String kind, String name) {
        return "arn:aws:appflow:" + region + ":" + account + ":" + kind + "/" + name;
    }
}
