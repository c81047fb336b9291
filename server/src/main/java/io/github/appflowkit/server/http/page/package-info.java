/** What the server tells of itself beside the operations: its health, its metrics, and its contract. */
package io.github.appflowkit.server.http.page;
