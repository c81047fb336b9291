/** Who owns a resource, and how it is named. */
package io.github.appflowkit.server.account;
