/** How the resources that a rule needs get to an endpoint, and how they are removed again. */
package io.github.appflowkit.conformance.setup;
