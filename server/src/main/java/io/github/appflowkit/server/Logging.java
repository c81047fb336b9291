package io.github.appflowkit.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import io.github.appflowkit.server.http.observe.AccessLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.slf4j.helpers.Reporter;

/** Sets logging up for a process that is nothing but the server: lines on stderr, the libraries' only from WARN. */
final class Logging {
    private Logging() {}

    /** Is called before anything is logged. */
    static void configure(LogLevel level) {
        System.setProperty(LoggerFactory.PROVIDER_PROPERTY_KEY, LoggingProvider.class.getName());
        if (System.getProperty(Reporter.SLF4J_INTERNAL_VERBOSITY_KEY) == null) {
            // SLF4J would tell of the provider that it was told.
            System.setProperty(Reporter.SLF4J_INTERNAL_VERBOSITY_KEY, "WARN");
        }
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();

        ConsoleAppender<ILoggingEvent> stderr =
                stderr(context, "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}: %msg%n");
        Level ours = Level.valueOf(level.name());
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(stderr);
        root.setLevel(ours.isGreaterOrEqual(Level.WARN) ? ours : Level.WARN);
        context.getLogger(Logging.class.getPackageName()).setLevel(ours);
        ch.qos.logback.classic.Logger access = context.getLogger(AccessLog.LOGGER);
        access.setAdditive(false);
        access.addAppender(stderr(context, "%msg%n"));
        access.setLevel(Level.INFO);
        // What a client gets wrong is no warning, and neither is that generated code has a deprecated annotation.
        context.getLogger("org.glassfish.grizzly").setLevel(Level.ERROR);
        context.getLogger("org.hibernate.validator").setLevel(Level.ERROR);
        // What Flyway fails in it also throws, and the others warn of what is told in one line anyway.
        context.getLogger("org.flywaydb").setLevel(Level.OFF);
        context.getLogger("com.zaxxer.hikari").setLevel(Level.ERROR);
        context.getLogger("org.postgresql").setLevel(Level.ERROR);

        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private static ConsoleAppender<ILoggingEvent> stderr(LoggerContext context, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.start();
        ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
        stderr.setContext(context);
        stderr.setTarget("System.err");
        stderr.setEncoder(encoder);
        stderr.start();
        return stderr;
    }
}
