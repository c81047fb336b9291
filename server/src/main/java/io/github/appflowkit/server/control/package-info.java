/** What tests ask of a server beside the operations: planned errors, and what was called. */
package io.github.appflowkit.server.control;
