/** The conformance suite for one's own tests: an endpoint in, an assertion or dynamic tests out. */
package io.github.appflowkit.conformance.junit;
