/** Where profiles and flows are kept. */
package io.github.appflowkit.server.store;
