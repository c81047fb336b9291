/** Flows, and what stopping one means. */
package io.github.appflowkit.server.flow;
