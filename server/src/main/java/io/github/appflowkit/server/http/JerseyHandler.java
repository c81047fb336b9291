package io.github.appflowkit.server.http;

import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerException;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.spi.Container;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;

/**
 * Hands requests from Grizzly to Jersey, with what our application reads of them: Jersey's own container makes URIs of
 * each, and copies every header, of which no operation has a use.
 */
final class JerseyHandler extends HttpHandler implements Container {
    private static final URI BASE = URI.create("http://localhost/");

    /** Who calls is known to the exchange, and to nothing of Jersey's. */
    private static final SecurityContext NOBODY = new SecurityContext() {
        @Override
        public Principal getUserPrincipal() {
            return null;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return null;
        }
    };

    private final ApplicationHandler application;

    JerseyHandler(ResourceConfig configuration) {
        application = new ApplicationHandler(configuration);
    }

    @Override
    public void start() {
        application.onStartup(this);
    }

    @Override
    public void destroy() {
        application.onShutdown(this);
    }

    @Override
    public void service(Request request, Response response) throws IOException {
        ContainerRequest call = new ContainerRequest(
                BASE,
                BASE.resolve(request.getRequestURI()),
                request.getMethod().getMethodString(),
                NOBODY,
                new MapPropertiesDelegate(),
                application.getConfiguration());
        for (String name : Negotiation.HEADERS) {
            for (String value : request.getHeaders(name)) {
                call.getHeaders().add(name, value);
            }
        }
        call.setEntityStream(request.getInputStream());
        Writer writer = new Writer(response);
        call.setWriter(writer);
        application.handle(call);
        if (writer.lost != null) {
            throw writer.lost;
        }
    }

    @Override
    public ResourceConfig getConfiguration() {
        return application.getConfiguration();
    }

    @Override
    public ApplicationHandler getApplicationHandler() {
        return application;
    }

    @Override
    public void reload() {
        throw new UnsupportedOperationException("The application stays as it is");
    }

    @Override
    public void reload(ResourceConfig configuration) {
        reload();
    }

    /**
     * Writes an answer as soon as it is known; no operation answers later than it returns. That a client does not take it
     * is for the gate to know, while Jersey would log it.
     */
    private static final class Writer extends OutputStream implements ContainerResponseWriter {
        private final Response response;
        private IOException lost;

        Writer(Response response) {
            this.response = response;
        }

        @Override
        public OutputStream writeResponseStatusAndHeaders(long contentLength, ContainerResponse answer) {
            response.setStatus(answer.getStatus(), answer.getStatusInfo().getReasonPhrase());
            response.setContentLengthLong(contentLength);
            for (Map.Entry<String, List<String>> header :
                    answer.getStringHeaders().entrySet()) {
                for (String value : header.getValue()) {
                    response.addHeader(header.getKey(), value);
                }
            }
            return this;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                if (lost == null) {
                    response.getOutputStream().write(bytes, offset, length);
                }
            } catch (IOException e) {
                lost = e;
            }
        }

        @Override
        public boolean suspend(long time, TimeUnit unit, TimeoutHandler handler) {
            throw new UnsupportedOperationException("No operation answers later");
        }

        @Override
        public void setSuspendTimeout(long time, TimeUnit unit) {
            throw new IllegalStateException("Nothing is suspended");
        }

        @Override
        public void commit() {
            // The gate does, when it is through with the request.
        }

        @Override
        public void failure(Throwable error) {
            throw error instanceof RuntimeException unmapped ? unmapped : new ContainerException(error);
        }

        /** Grizzly buffers what it writes; Jersey would take eight KiB for each answer to do so before. */
        @Override
        public boolean enableResponseBuffering() {
            return false;
        }
    }
}
