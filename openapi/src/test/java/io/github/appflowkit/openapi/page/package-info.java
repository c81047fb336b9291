/** The contract as a page for people. */
package io.github.appflowkit.openapi.page;
