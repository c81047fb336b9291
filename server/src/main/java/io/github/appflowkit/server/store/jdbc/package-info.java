/** The store that lasts: in a database that is a file, or in one that several servers share. */
package io.github.appflowkit.server.store.jdbc;
