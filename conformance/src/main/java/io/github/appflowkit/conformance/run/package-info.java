/** The course of a run: an endpoint is reached, judged on the rung that serves, and reported. */
package io.github.appflowkit.conformance.run;
