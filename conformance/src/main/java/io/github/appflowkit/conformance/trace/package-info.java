/** What hangs together: the elements of the contract, the rules, the faults that prove them and the server's tests. */
package io.github.appflowkit.conformance.trace;
