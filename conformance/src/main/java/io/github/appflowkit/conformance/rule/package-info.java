/** The contract, and the rules that the features state of it. */
package io.github.appflowkit.conformance.rule;
