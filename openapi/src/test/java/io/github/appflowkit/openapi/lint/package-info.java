/** The rules that the documents are written by, beyond what OpenAPI asks for; each names the line to mend. */
package io.github.appflowkit.openapi.lint;
