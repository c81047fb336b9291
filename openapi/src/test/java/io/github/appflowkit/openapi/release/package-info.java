/** The files of the contract. */
package io.github.appflowkit.openapi.release;
