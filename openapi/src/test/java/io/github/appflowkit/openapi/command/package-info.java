/** The maintainer's commands on the contract, and what the build does with them. */
package io.github.appflowkit.openapi.command;
