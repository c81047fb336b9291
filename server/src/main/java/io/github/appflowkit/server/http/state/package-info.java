/** The documented form of state, in bodies of the control API and in files. */
package io.github.appflowkit.server.http.state;
