/** Documents whose every part knows the line and the column it stands at, and what is told of a part that is wrong. */
package io.github.appflowkit.openapi.document;
