/** What a server needs to prove who it is. */
package io.github.appflowkit.server.tls;
