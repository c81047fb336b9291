/** What can go wrong, without a word about HTTP. */
package io.github.appflowkit.server.problem;
