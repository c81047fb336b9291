/** Where an endpoint is, and how it is spoken to: signing, time limits, exchanges. */
package io.github.appflowkit.conformance.target;
