package io.github.appflowkit.server.http.observe;

/** How the access log is written. */
public enum AccessLogFormat {
    OFF,
    TEXT,
    JSON
}
