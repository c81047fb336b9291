/** Files that users write, and what is told of one that cannot be used. */
package io.github.appflowkit.conformance.file;
