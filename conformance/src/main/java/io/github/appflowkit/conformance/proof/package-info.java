/** A right endpoint of the suite's own, its single faults and its permitted differences; it knows nothing of the suite. */
package io.github.appflowkit.conformance.proof;
