/** The proof that the suite tells wrong from right. */
package io.github.appflowkit.conformance.proving;
