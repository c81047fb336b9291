/** The exchanges of a run, kept in a folder and judged again from it. */
package io.github.appflowkit.conformance.recording;
