/** The bodies: how JSON is read, held against the contract, and written. */
package io.github.appflowkit.server.http.json;
