/** From scenarios to verdicts, and from verdicts to an exit code. */
package io.github.appflowkit.conformance.verdict;
