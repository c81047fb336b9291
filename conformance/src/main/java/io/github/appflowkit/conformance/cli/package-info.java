/** The command line: commands, and the options that they read; nothing else sees the process. */
package io.github.appflowkit.conformance.cli;
