/** The reference server for one's own tests: a JUnit extension, and assertions about what was called. */
package io.github.appflowkit.server.junit;
