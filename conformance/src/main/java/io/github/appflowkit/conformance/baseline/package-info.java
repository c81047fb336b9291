/** What an endpoint is known to break, so that a run fails for anything else alone. */
package io.github.appflowkit.conformance.baseline;
