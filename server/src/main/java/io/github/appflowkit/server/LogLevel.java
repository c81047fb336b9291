package io.github.appflowkit.server;

/** How much a server logs. */
enum LogLevel {
    OFF,
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
}
