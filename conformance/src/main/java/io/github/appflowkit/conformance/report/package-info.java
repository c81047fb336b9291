/** What a run found, for people and for machines. */
package io.github.appflowkit.conformance.report;
