package io.github.appflowkit.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * Sends a call at a fixed rate, whether or not answers come in time: each one's time counts from when its request was due,
 * so that a server that stalls is charged for all that waits.
 *
 * @param connections the connections that take turns
 */
record Pace(int connections, double perSecond) {
    private static final int TIMEOUT_MILLIS = 10_000;

    /** How many requests a second were answered, and the 99th percentile of the answer times. */
    record Result(double perSecond, double p99Micros) {}

    /** Sends as many as are due in some seconds; that they are answered may take longer. */
    Result on(RunningTarget server, int seconds) {
        int port = server.port();
        Call call = server.target().call();
        int each = (int) (perSecond * seconds / connections);
        double interval = 1e9 / perSecond;
        long begin = System.nanoTime() + 100_000_000;
        ExecutorService senders = Executors.newFixedThreadPool(connections);
        try {
            List<Future<long[]>> times = new ArrayList<>();
            for (int connection = 0; connection < connections; connection++) {
                long first = begin + (long) (connection * interval);
                times.add(senders.submit(() -> send(port, call, first, interval * connections, each)));
            }
            LongStream all = LongStream.empty();
            for (Future<long[]> some : times) {
                all = LongStream.concat(all, Arrays.stream(some.get()));
            }
            double elapsed = (System.nanoTime() - begin) / 1e9;
            long[] sorted = all.sorted().toArray();
            return new Result(sorted.length / elapsed, sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / 1e3);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("Interrupted");
        } catch (ExecutionException e) {
            throw new BenchmarkException("Not every request is answered: " + e.getCause());
        } finally {
            senders.shutdownNow();
        }
    }

    private static long[] send(int port, Call call, long first, double interval, int count) throws IOException {
        long[] nanos = new long[count];
        byte[] request = Probe.request(call);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            AnswerReader answers = new AnswerReader(socket.getInputStream());
            for (int i = 0; i < count; i++) {
                long due = first + (long) (i * interval);
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                socket.getOutputStream().write(request);
                answers.require(call.status());
                nanos[i] = System.nanoTime() - due;
            }
        }
        return nanos;
    }
}
