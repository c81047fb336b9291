/** What an API promises, as plain facts that can be held against those of another document. */
package io.github.appflowkit.openapi.api;
