package io.github.appflowkit.server.http;

import io.github.appflowkit.server.account.Scope;

/**
 * Whose request it is, and how far the state control API takes it.
 *
 * @param scope the account and region that the request means; null for nobody's
 * @param everywhere whether it may name other accounts
 */
record Caller(Scope scope, boolean everywhere) {
    /** Who did not prove to be anybody. */
    static final Caller NOBODY = new Caller(null, false);

    boolean reaches(Scope other) {
        return everywhere || other.account().equals(scope.account());
    }
}
