/** HTTP: the only package, with those below it, that knows JAX-RS, Jackson, Grizzly and the generated types. */
package io.github.appflowkit.server.http;
