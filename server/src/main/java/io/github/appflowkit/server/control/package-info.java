/** What tests ask of a server beside the operations: planned faults, and what was called. */
package io.github.appflowkit.server.control;
