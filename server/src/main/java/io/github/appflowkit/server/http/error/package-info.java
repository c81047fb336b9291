/** How failures are answered: one shape, and one small mapper a kind of failure. */
package io.github.appflowkit.server.http.error;
