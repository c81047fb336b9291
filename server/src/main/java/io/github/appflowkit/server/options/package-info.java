/** Where the values of options come from: the command line, environment variables, a file, and defaults. */
package io.github.appflowkit.server.options;
