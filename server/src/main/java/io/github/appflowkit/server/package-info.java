/** The command, its configuration, and the root where the parts are put together. */
package io.github.appflowkit.server;
