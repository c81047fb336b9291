/** Values that nobody is shown. */
package io.github.appflowkit.server.secret;
