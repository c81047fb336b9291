/** What operators see of the requests that were answered: metrics and the access log. */
package io.github.appflowkit.server.http.observe;
