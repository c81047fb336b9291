/** The steps of the features: what is sent, and what is expected. */
package io.github.appflowkit.conformance.steps;
