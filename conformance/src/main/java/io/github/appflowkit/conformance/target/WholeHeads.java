package io.github.appflowkit.conformance.target;

import java.io.IOException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.HttpResponse;
import org.apache.http.HttpResponseFactory;
import org.apache.http.conn.ClientConnectionOperator;
import org.apache.http.conn.OperatedClientConnection;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.impl.conn.BasicClientConnectionManager;
import org.apache.http.impl.conn.DefaultClientConnection;
import org.apache.http.impl.conn.DefaultClientConnectionOperator;
import org.apache.http.impl.conn.DefaultHttpResponseParser;
import org.apache.http.io.HttpMessageParser;
import org.apache.http.io.HttpTransportMetrics;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.params.HttpParams;
import org.apache.http.util.CharArrayBuffer;

/** Connections that take the end of a connection in the head of an answer for what it is, and not for the head's end. */
@SuppressWarnings("deprecation")
final class WholeHeads extends BasicClientConnectionManager {
    WholeHeads(SchemeRegistry schemes) {
        super(schemes);
    }

    @Override
    protected ClientConnectionOperator createConnectionOperator(SchemeRegistry schemes) {
        return new DefaultClientConnectionOperator(schemes) {
            @Override
            public OperatedClientConnection createConnection() {
                return new DefaultClientConnection() {
                    @Override
                    protected HttpMessageParser<HttpResponse> createResponseParser(
                            SessionInputBuffer buffer, HttpResponseFactory responses, HttpParams params) {
                        return new DefaultHttpResponseParser(new Lines(buffer), null, responses, params);
                    }
                };
            }
        };
    }

    /** The lines of heads: each head begins with the protocol and ends with an empty line. */
    private static final class Lines implements SessionInputBuffer {
        private static final String START = "HTTP/";

        private final SessionInputBuffer buffer;
        private boolean inHead;

        Lines(SessionInputBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public int readLine(CharArrayBuffer line) throws IOException {
            int length = buffer.readLine(line);
            if (length < 0 && inHead) {
                throw new ConnectionClosedException("the head is cut");
            }
            boolean first = length > 0
                    && line.length() >= START.length()
                    && line.substring(0, START.length()).equals(START);
            inHead = length > 0 && (inHead || first);
            return length;
        }

        @Override
        public String readLine() throws IOException {
            return buffer.readLine();
        }

        @Override
        public int read() throws IOException {
            return buffer.read();
        }

        @Override
        public int read(byte[] bytes) throws IOException {
            return buffer.read(bytes);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return buffer.read(bytes, offset, length);
        }

        @Override
        public boolean isDataAvailable(int timeout) throws IOException {
            return buffer.isDataAvailable(timeout);
        }

        @Override
        public HttpTransportMetrics getMetrics() {
            return buffer.getMetrics();
        }
    }
}
