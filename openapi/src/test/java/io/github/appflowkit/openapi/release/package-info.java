/** What has been released of the contract, and what a change means for those who rely on it. */
package io.github.appflowkit.openapi.release;
