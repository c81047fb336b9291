/** How failures are answered: one shape, whoever finds them, and mappers for what Jersey finds. */
package io.github.appflowkit.server.http.error;
