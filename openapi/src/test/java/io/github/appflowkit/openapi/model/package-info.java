/** AWS's own model of its API, and how the contract differs from it. */
package io.github.appflowkit.openapi.model;
