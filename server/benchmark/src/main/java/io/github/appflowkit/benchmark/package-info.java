/** Measures the server beside others, each in a process of its own, in turn, and as often as asked for. */
package io.github.appflowkit.benchmark;
