/** Connector profiles, and when one may be deleted. */
package io.github.appflowkit.server.profile;
